package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        throw new Mute();
    }

    static class Mute extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException();
        }
    }
}
