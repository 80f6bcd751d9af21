package asyncjava.scraper.exercise.retry;

import java.util.OptionalInt;

/// What a server has answered.
///
/// @param retryAfter after how many seconds the server wants to be asked again, where it says so
public record Answer(int status, OptionalInt retryAfter) {}
