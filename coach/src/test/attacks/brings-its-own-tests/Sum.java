package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        return a;
    }
}
