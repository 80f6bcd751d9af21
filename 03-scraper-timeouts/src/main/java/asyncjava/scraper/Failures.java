package asyncjava.scraper;

import asyncjava.common.cli.Durations;
import asyncjava.scraper.Outcome.Clock;
import asyncjava.scraper.Outcome.Failed;
import asyncjava.scraper.Outcome.TimedOut;
import io.netty.handler.codec.DecoderException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// What an exception of either client means.
final class Failures {

    private Failures() {}

    /// What became of a page, when this ended its request.
    ///
    /// @param answered whether the headers had come
    static Outcome outcome(Throwable failure, boolean answered, Limits limits) {
        Throwable cause = unwrapped(failure);
        return switch (cause) {
            case HttpConnectTimeoutException _, io.netty.channel.ConnectTimeoutException _ ->
                new TimedOut(Clock.CONNECT, limits.connect());
            case TimeoutException _ -> new TimedOut(answered ? Clock.WHOLE : Clock.FIRST_BYTE, limits.timeout());
            case Error error -> throw error;
            case Exception exception -> new Failed(exception);
            default -> new Failed(new IllegalStateException(cause));
        };
    }

    /// Futures wrap what they failed with, and the clients what the system said, once or more often: the
    /// innermost that says for sure what it is, or else the outermost that is no wrapper.
    private static Throwable unwrapped(Throwable failure) {
        Throwable found = failure;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            boolean wrapper = found instanceof ExecutionException || found instanceof CompletionException;
            if (wrapper || each instanceof Unusable || isForGood(each)) {
                found = each;
            }
        }
        return found;
    }

    /// Whether the next attempt would end the same.
    static boolean isForGood(Throwable cause) {
        return cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLException
                || cause instanceof ProtocolException
                || cause instanceof DecoderException;
    }

    static String inWords(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scraped _ -> "";
            case Outcome.Refused refused -> "status " + refused.status();
            case TimedOut timedOut ->
                "timed out after %s, %s"
                        .formatted(
                                Durations.format(timedOut.limit()),
                                timedOut.clock().doing());
            case Failed failed -> inWords(failed.cause());
            case Outcome.Cancelled _ -> "cancelled";
        };
    }

    private static String inWords(Exception cause) {
        return switch (cause) {
            case Unusable unusable -> String.valueOf(unusable.getMessage());
            case UnknownHostException _, UnresolvedAddressException _ -> "unknown host";
            case ConnectException _ -> "connection refused";
            case SSLException _ -> "no secure connection: " + cause.getMessage();
            case ProtocolException _, DecoderException _ -> "what came is no answer in HTTP";
            default -> "connection broke off";
        };
    }
}
