package asyncjava.requests.concepts;

import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.netty.resources.ConnectionProvider;

/// A client is more than a way to ask: it keeps the connections that it has opened, and uses them again. So
/// there is one for the whole program, asyncio's `ClientSession` (of aiohttp), and not one for each
/// request. In Java it is an `HttpClient`, of `java.net.http` or of Reactor Netty; both may be used from
/// any number of threads.
///
/// Expect twenty requests, one after another, three times over. One client needs one connection for all of
/// them; a client for each request needs twenty, and as many sets of threads.
///
/// Reach for one client that is made where the program begins, and closed where it ends. Do not hide one in
/// a method that fetches something.
final class OneClient {

    private static final int REQUESTS = 20;

    private OneClient() {}

    static void main() throws Exception {
        try (PracticeSite site = PracticeSite.start()) {
            show("one java.net.http.HttpClient", OneClient::withOneClient, site);
            show("one HttpClient of Reactor Netty", OneClient::withOneReactiveClient, site);
            show("the mistake, a client each", OneClient::withAClientEach, site);
        }
    }

    static List<String> withOneClient(List<URI> uris) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<String> texts = new ArrayList<>();
            for (URI uri : uris) {
                texts.add(Fetch.text(client, uri));
            }
            return texts;
        } // waits for requests under way, then closes the connections
    }

    /// Reactor Netty's client is a description that may be shared and thrown away; its connections belong
    /// to a provider.
    static List<String> withOneReactiveClient(List<URI> uris) {
        // As many as are needed at once. A second would be opened here: the next request begins a moment before the one
        // before it has given its connection back.
        ConnectionProvider connections = ConnectionProvider.create("one-client", 1);
        try {
            var client = reactor.netty.http.client.HttpClient.create(connections);
            return Flux.fromIterable(uris)
                    .concatMap(uri -> Fetch.text(client, uri))
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
        } finally {
            connections.disposeLater().block();
        }
    }

    /// The mistake: every request opens a connection, which is as many more ways over the network before
    /// the first byte is sent. Where nobody closes the client either, its connection and its threads stay
    /// until they are collected as garbage.
    static List<String> withAClientEach(List<URI> uris) throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (URI uri : uris) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                texts.add(Fetch.text(client, uri));
            }
        }
        return texts;
    }

    private static void show(String name, Way way, PracticeSite site) throws Exception {
        site.account().reset();
        way.fetch(Collections.nCopies(REQUESTS, site.uri("/delay/5")));
        IO.println("%-32s requests %d, connections opened %d"
                .formatted(name, site.account().requests(), site.account().connections()));
    }

    @FunctionalInterface
    interface Way {
        List<String> fetch(List<URI> uris) throws Exception;
    }
}
