package asyncjava.requests.concepts;

import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.net.http.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/// One client of each kind, for all the requests of a sample. Closing them waits for what is under way, and
/// then closes their connections.
record Clients(HttpClient http, reactor.netty.http.client.HttpClient netty, ConnectionProvider pool)
        implements AutoCloseable {

    static Clients open() {
        ConnectionProvider pool = ConnectionProvider.create("concepts", 100);
        return new Clients(HttpClient.newHttpClient(), reactor.netty.http.client.HttpClient.create(pool), pool);
    }

    /// Both have been used once: what is loaded and compiled on first use must not count against the first
    /// request.
    static Clients warmedUp(PracticeSite site) throws IOException, InterruptedException {
        Clients clients = open();
        Fetch.text(clients.http, site.uri("/delay/0"));
        Fetch.text(clients.netty, site.uri("/delay/0")).block();
        return clients;
    }

    @Override
    public void close() {
        http.close();
        pool.disposeLater().block();
    }
}
