package fake.exercise.half;

class Half {}
