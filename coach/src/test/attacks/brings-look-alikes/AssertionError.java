package fake.exercise.sum;

class AssertionError {}
