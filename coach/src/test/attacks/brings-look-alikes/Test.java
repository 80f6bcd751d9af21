package fake.exercise.sum;

@interface Test {}
