package fake.exercise.sum;

class SumTest {
    void zeroIsNeutral() {}
}
