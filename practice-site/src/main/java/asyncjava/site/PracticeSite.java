package asyncjava.site;

import asyncjava.site.linked.LinkedSite;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/// A web site on loopback that behaves badly on request, the same way every time. `GET /` explains every
/// path.
///
/// It listens from [#start()] until it is closed; closing it breaks off what is under way, and none of its
/// threads is left. All that it keeps is bounded.
public final class PracticeSite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Account account = new Account();
    private final Holds holds = new Holds();
    private final List<DisposableServer> servers = new ArrayList<>();
    private final List<URI> hosts = new ArrayList<>();
    private final LoopResources loops = LoopResources.create("site", 1, true);
    private final LinkedSite linked;
    private final Paths paths;
    private volatile boolean ready;

    private PracticeSite(SiteOptions options) throws IOException {
        try {
            for (int i = 0; i < options.hosts(); i++) {
                bind(options.port() == 0 ? 0 : options.port() + i);
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        linked = new LinkedSite(options, hosts);
        paths = new Paths(options, List.copyOf(hosts), linked, account, holds);
        ready = true;
    }

    /// Starts a site of one host on a port that is free.
    public static PracticeSite start() throws IOException {
        return start(SiteOptions.DEFAULT);
    }

    /// Starts a site; it answers when this returns.
    ///
    /// @throws BindException when a port is taken
    public static PracticeSite start(SiteOptions options) throws IOException {
        return new PracticeSite(options);
    }

    private void bind(int port) throws IOException {
        // Known only when the port is.
        URI[] host = new URI[1];
        DisposableServer server;
        try {
            server = HttpServer.create()
                    .host("127.0.0.1")
                    .port(port)
                    .runOn(loops)
                    .option(ChannelOption.SO_BACKLOG, 1024)
                    .idleTimeout(Duration.ofMinutes(5))
                    .doOnChannelInit((_, channel, _) -> {
                        if (!ready) {
                            var _ = channel.close(); // who comes so early might as well have come too early
                            return;
                        }
                        account.connectionOpened(host[0]);
                        channel.closeFuture().addListener(_ -> account.connectionClosed(host[0]));
                    })
                    .handle((request, response) -> answer(host[0], request, response))
                    .bindNow();
        } catch (RuntimeException e) {
            throw new BindException("port %d cannot be had: %s".formatted(port, reason(e)));
        }
        servers.add(server);
        host[0] = URI.create("http://127.0.0.1:" + server.port());
        hosts.add(host[0]);
        account.addHost(host[0]);
    }

    private static String reason(Throwable e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : reason(e.getCause());
    }

    private Publisher<Void> answer(URI host, HttpServerRequest request, HttpServerResponse response) {
        if (request.uri().startsWith(Paths.ACCOUNT)) {
            return paths.answer(new Exchange(host, request, response, () -> {}));
        }
        Account.InFlight inFlight = account.arrived(host, request.uri());
        // Whoever ends it before its answer has is a client that went away, by whichever signal that is heard of here.
        return Mono.defer(() -> paths.answer(new Exchange(host, request, response, inFlight::end)))
                .doFinally(_ -> inFlight.abandon());
    }

    /// The first host: scheme, name and port.
    public URI uri() {
        return hosts.getFirst();
    }

    /// A path of the first host, such as `/delay/50`.
    public URI uri(String path) {
        return uri().resolve(path);
    }

    /// All hosts, the first one first.
    public List<URI> hosts() {
        return List.copyOf(hosts);
    }

    /// The pages that link to each other, across all hosts.
    public LinkedSite linked() {
        return linked;
    }

    /// What the site has seen.
    public Account account() {
        return account;
    }

    /// Lets `/held/{key}` and `/half/{key}` wait for something of the caller's, once for each request; its
    /// failure breaks the connection. A request that is abandoned cancels it.
    public void hold(String key, Mono<?> until) {
        holds.hold(key, until);
    }

    /// Closes it also for a thread that is interrupted, which it then still is.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        servers.forEach(server -> server.disposeNow(PATIENCE));
        loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
