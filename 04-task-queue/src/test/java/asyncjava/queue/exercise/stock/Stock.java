package asyncjava.queue.exercise.stock;

/// How many pieces are where, at one moment.
public record Stock(int store, int shelf) {}
