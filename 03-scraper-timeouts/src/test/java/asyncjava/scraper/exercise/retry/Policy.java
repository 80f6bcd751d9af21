package asyncjava.scraper.exercise.retry;

import java.time.Duration;

/// How often to try, and how long to wait in between.
///
/// @param attempts at most so many, the first included
/// @param base the most to wait before the second attempt; twice as much before the third, and so on
/// @param cap never wait for longer than this
public record Policy(int attempts, Duration base, Duration cap) {}
