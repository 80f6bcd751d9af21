package asyncjava.requests;

import asyncjava.common.cli.Durations;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
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

    /// Whether it was stopped, and did not fail by itself.
    static boolean isCancellation(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof InterruptedException || cause instanceof CancellationException;
    }

    /// @param status what the headers said; 0 when none had come
    /// @param bytes how much of the body had come
    static String inWords(Throwable failure, int status, long bytes, Duration timeout) {
        Throwable cause = cause(failure);
        if (isCancellation(cause)) {
            return "cut off";
        }
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "timed out after %s: %s".formatted(Durations.format(timeout), whatHadCome(status, bytes));
        }
        // A host that is not known is a connection that cannot be had, to the JDK's client: the innermost cause says
        // more.
        for (Throwable each : causesFromWithin(cause)) {
            switch (each) {
                case UnusableBody _ -> {
                    return message(each);
                }
                case UnresolvedAddressException _, UnknownHostException _ -> {
                    return "unknown host";
                }
                case ConnectException _, NoRouteToHostException _ -> {
                    return noConnection(each);
                }
                case SSLException _ -> {
                    return "no secure connection: " + message(each);
                }
                case ProtocolException _, DecoderException _, IllegalArgumentException _ -> {
                    return "what came is no answer in HTTP";
                }
                default -> {}
            }
        }
        return cause instanceof IOException ? "connection broke off: " + whatHadCome(status, bytes) : message(cause);
    }

    private static List<Throwable> causesFromWithin(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            causes.addFirst(each);
        }
        return causes;
    }

    /// The JDK's client says nothing of a connection that was refused, Netty's says where; of others both say why.
    private static String noConnection(Throwable failure) {
        String why = String.valueOf(failure.getMessage()).replaceFirst(":? ?/.*", "");
        return why.equals("null") || why.contains("refused") ? "connection refused" : "no connection: " + why;
    }

    private static String whatHadCome(int status, long bytes) {
        return status == 0
                ? "no answer had come"
                : "status %d and %s of the body had come".formatted(status, Sizes.format(bytes));
    }

    private static String message(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }
}
