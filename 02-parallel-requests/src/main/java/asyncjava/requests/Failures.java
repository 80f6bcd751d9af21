package asyncjava.requests;

import asyncjava.common.cli.Durations;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// What went wrong, in the same words whichever client it went wrong with.
final class Failures {

    private Failures() {}

    /// What is wrapped in the exceptions of futures and streams.
    static Throwable cause(Throwable failure) {
        return (failure instanceof CompletionException || failure instanceof ExecutionException)
                        && failure.getCause() != null
                ? cause(failure.getCause())
                : failure;
    }

    /// @param status what the headers said; 0 when none had come
    /// @param bytes how much of the body had come
    static String inWords(Throwable failure, int status, long bytes, Duration timeout) {
        Throwable cause = cause(failure);
        if (cause instanceof InterruptedException || cause instanceof CancellationException) {
            return "cut off";
        }
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "timed out after %s: %s".formatted(Durations.format(timeout), whatHadCome(status, bytes));
        }
        if (isCausedBy(cause, UnresolvedAddressException.class) || isCausedBy(cause, UnknownHostException.class)) {
            return "unknown host";
        }
        if (isCausedBy(cause, ConnectException.class)) {
            return "connection refused";
        }
        if (isCausedBy(cause, SSLException.class)) {
            return "no secure connection: " + message(cause);
        }
        return chain(cause)
                .filter(each -> each instanceof UnusableBody || !(cause instanceof IOException))
                .findFirst()
                .map(Failures::message)
                .orElseGet(() -> "connection broke off: " + whatHadCome(status, bytes));
    }

    private static String whatHadCome(int status, long bytes) {
        return status == 0
                ? "no answer had come"
                : "status %d and %s of the body had come".formatted(status, Sizes.format(bytes));
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return chain(failure).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static String message(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }
}
