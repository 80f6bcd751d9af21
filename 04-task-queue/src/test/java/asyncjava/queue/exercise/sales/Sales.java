package asyncjava.queue.exercise.sales;

import java.util.List;

/// What was sold.
///
/// @param pieces in all
/// @param top the products of which most pieces were sold, the most first
public record Sales(int pieces, List<String> top) {}
