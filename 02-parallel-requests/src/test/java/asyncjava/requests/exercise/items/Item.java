package asyncjava.requests.exercise.items;

/// What the shop sells.
///
/// @param price in cents
public record Item(int id, String name, int price) {}
