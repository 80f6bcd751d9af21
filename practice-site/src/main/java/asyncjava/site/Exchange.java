package asyncjava.site;

import asyncjava.site.linked.Document;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// One request and the ways to answer it. Each way tells the account of the answer's last byte before the
/// client can have read it.
final class Exchange {

    static final String TEXT = "text/plain; charset=utf-8";
    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json";
    static final String BYTES = "application/octet-stream";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final URI host;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Runnable beforeTheEnd;
    private final QueryStringDecoder uri;
    private String[] segments = {};

    /// @param beforeTheEnd to be run when the last byte is about to be handed to the connection
    Exchange(URI host, HttpServerRequest request, HttpServerResponse response, Runnable beforeTheEnd) {
        this.host = host;
        this.request = request;
        this.response = response;
        this.beforeTheEnd = beforeTheEnd;
        uri = new QueryStringDecoder(request.uri());
    }

    /// The host that was asked.
    URI host() {
        return host;
    }

    HttpServerRequest request() {
        return request;
    }

    HttpServerResponse response() {
        return response;
    }

    /// The path with its query, as it was asked for.
    String uri() {
        return request.uri();
    }

    /// A part of the path, decoded; empty where the path is shorter.
    ///
    /// @throws BadRequest when what was asked for cannot be decoded
    String segment(int place) {
        if (segments.length == 0) {
            String path = decoded(uri::path);
            segments = path.substring(Math.min(1, path.length())).split("/", -1);
        }
        return place < segments.length ? segments[place] : "";
    }

    /// A part of the query; the other where it is not there.
    String query(String name, String otherwise) {
        return decoded(uri::parameters).getOrDefault(name, List.of(otherwise)).getFirst();
    }

    private <T> T decoded(Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            throw new BadRequest("URI: got \"%s\"; accepted: a percent sign before two hexadecimal digits only"
                    .formatted(request.uri()));
        }
    }

    /// @throws BadRequest when that part of the path is no whole number within these bounds
    int number(int place, String name, int least, int most) {
        return wholeNumber(name, segment(place), least, most);
    }

    /// @throws BadRequest when the text is no whole number within these bounds
    static int wholeNumber(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, in the same words as a number out of bounds.
        }
        throw new BadRequest(
                "%s: got \"%s\"; accepted: a whole number from %d to %d".formatted(name, text, least, most));
    }

    Mono<Void> text(int status, String text) {
        return answer(status, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Mono<Void> json(int status, Object value) {
        try {
            return answer(status, JSON, MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected what can be written as JSON: " + value, e);
        }
    }

    /// An answer in one piece.
    Mono<Void> answer(int status, String type, byte[] body) {
        response.status(status)
                .header(HttpHeaderNames.CONTENT_TYPE, type)
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        return Mono.defer(() -> {
            beforeTheEnd.run();
            return isHead()
                    ? response.send()
                    : response.sendObject(Unpooled.wrappedBuffer(body)).then();
        });
    }

    /// An answer of the linked site.
    Mono<Void> answer(Document document) {
        if (!document.location().isEmpty()) {
            response.header(HttpHeaderNames.LOCATION, document.location());
        }
        return answer(document.status(), document.contentType(), document.body());
    }

    /// An answer that has no body.
    Mono<Void> empty(int status) {
        response.status(status);
        return Mono.defer(() -> {
            beforeTheEnd.run();
            return response.send();
        });
    }

    /// An answer in pieces, each sent as soon as it is there.
    ///
    /// @param length what the header says, true or not
    Mono<Void> stream(String type, long length, Flux<ByteBuf> pieces) {
        response.status(200)
                .header(HttpHeaderNames.CONTENT_TYPE, type)
                .header(HttpHeaderNames.CONTENT_LENGTH, Long.toString(length));
        return send(pieces, length);
    }

    /// The same, of no length that anybody knows.
    Mono<Void> streamWithoutLength(String type, Flux<ByteBuf> pieces) {
        response.status(200).header(HttpHeaderNames.CONTENT_TYPE, type);
        return send(pieces, Long.MAX_VALUE);
    }

    private Mono<Void> send(Flux<ByteBuf> pieces, long length) {
        return Mono.defer(() -> {
            if (length == 0 || isHead()) {
                beforeTheEnd.run();
            }
            // Nothing slows down a body that nobody is sent: one without end would never leave this thread.
            if (isHead()) {
                return response.send();
            }
            long[] left = {length};
            Flux<ByteBuf> counted = pieces.doOnNext(piece -> {
                left[0] -= piece.readableBytes();
                if (left[0] <= 0) {
                    beforeTheEnd.run();
                }
            });
            return response.send(counted, _ -> true).then();
        });
    }

    /// The headers, now, and no body yet.
    Mono<Void> headers(long length) {
        response.status(200)
                .header(HttpHeaderNames.CONTENT_TYPE, BYTES)
                .header(HttpHeaderNames.CONTENT_LENGTH, Long.toString(length));
        return response.send(Mono.just(Unpooled.EMPTY_BUFFER), _ -> true).then();
    }

    Mono<Void> redirect(String location) {
        response.header(HttpHeaderNames.LOCATION, location);
        return text(302, "Found: " + location);
    }

    /// Completes on the connection's own thread after a while; cancelled with whoever waits for it.
    Mono<Void> after(Duration delay) {
        return delay.isZero()
                ? Mono.empty()
                : Mono.create(sink -> {
                    var timer = eventLoop().schedule(() -> sink.success(), delay.toNanos(), TimeUnit.NANOSECONDS);
                    sink.onDispose(() -> timer.cancel(false));
                });
    }

    /// The same, going on on the connection's own thread. Who answers from another thread may lose the request that
    /// comes next on the connection: it can arrive before that thread is done with the answer.
    <T> Mono<T> here(Mono<T> elsewhere) {
        return elsewhere.publishOn(Schedulers.fromExecutor(eventLoop()));
    }

    /// Ends the connection as a machine does that has lost its power and come back: by a reset, not by a
    /// farewell.
    Mono<Void> reset() {
        return Mono.fromRunnable(() -> response.withConnection(connection -> {
            beforeTheEnd.run();
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            var _ = connection.channel().close();
        }));
    }

    private boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    private EventLoop eventLoop() {
        EventLoop[] loop = new EventLoop[1];
        response.withConnection(connection -> loop[0] = connection.channel().eventLoop());
        return loop[0];
    }
}
