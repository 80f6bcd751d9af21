package asyncjava.site;

import asyncjava.site.linked.LinkedSite;
import java.net.URI;
import java.util.List;
import reactor.core.publisher.Mono;

/// Who answers which path.
final class Paths {

    /// Requests under it are not counted.
    static final String ACCOUNT = "/stats";

    private final Account account;
    private final Holds holds;
    private final LinkedSite linked;
    private final HomePage home;
    private final Misbehaviour misbehaviour = new Misbehaviour();
    private final Catalogue catalogue = new Catalogue(misbehaviour);

    Paths(SiteOptions options, List<URI> hosts, LinkedSite linked, Account account, Holds holds) {
        this.account = account;
        this.holds = holds;
        this.linked = linked;
        home = new HomePage(options, hosts, linked.start());
    }

    Mono<Void> answer(Exchange exchange) {
        try {
            return route(exchange);
        } catch (BadRequest e) {
            return exchange.text(400, String.valueOf(e.getMessage()));
        }
    }

    private Mono<Void> route(Exchange exchange) {
        return switch (exchange.segment(0)) {
            case "" -> exchange.answer(200, Exchange.HTML, home.bytes());
            case "delay" -> Misbehaviour.delay(exchange);
            case "status" -> Misbehaviour.status(exchange);
            case "flaky" -> misbehaviour.flaky(exchange);
            case "busy" -> misbehaviour.busy(exchange);
            case "mute" -> Misbehaviour.mute();
            case "stall" -> Misbehaviour.stall(exchange);
            case "drip" -> Misbehaviour.drip(exchange);
            case "reset" -> Misbehaviour.reset(exchange);
            case "endless" -> Misbehaviour.endless(exchange);
            case "redirect" -> Misbehaviour.redirect(exchange);
            case "redirect-loop" -> Misbehaviour.redirectLoop(exchange);
            case "echo" -> Misbehaviour.echo(exchange);
            case "catalogue" -> catalogue.page(exchange);
            case "api" -> ItemsApi.page(exchange);
            case "files" -> KnownFiles.file(exchange);
            case "cut" -> KnownFiles.cut(exchange);
            case "half" -> half(exchange);
            case "held" -> held(exchange);
            case "release" -> release(exchange);
            case "stats" -> stats(exchange);
            case "pages", "moved", "calendar", "private", "static", "robots.txt", "sitemap.xml" -> linked(exchange);
            default -> unknown(exchange);
        };
    }

    private static Mono<Void> unknown(Exchange exchange) {
        return exchange.text(404, "no such path: %s; / explains them all".formatted(exchange.uri()));
    }

    /// What belongs to the linked site, kept back as long as it says.
    private Mono<Void> linked(Exchange exchange) {
        return linked.document(exchange.host(), exchange.uri())
                .map(document -> exchange.after(document.delay()).then(exchange.answer(document)))
                .orElseGet(() -> unknown(exchange));
    }

    /// `/held/{key}`: answers when somebody lets it.
    private Mono<Void> held(Exchange exchange) {
        String key = exchange.segment(1);
        int status = Exchange.wholeNumber("status", exchange.query("status", "200"), 200, 599);
        return exchange.here(holds.until(key)).then(exchange.text(status, key)).onErrorResume(_ -> exchange.reset());
    }

    /// `/half/{name}`: answers by half, and with the rest when somebody lets it.
    private Mono<Void> half(Exchange exchange) {
        Mono<?> until = exchange.here(holds.until(exchange.segment(1)));
        return KnownFiles.half(exchange, until).onErrorResume(_ -> exchange.reset());
    }

    /// `/release/{key}`: lets `/held/{key}` and `/half/{key}` go on.
    private Mono<Void> release(Exchange exchange) {
        String key = exchange.segment(1);
        return exchange.text(200, holds.release(key) ? "released " + key : "nobody waits for " + key);
    }

    /// `/stats`: the account; `POST /stats/reset` begins it anew.
    private Mono<Void> stats(Exchange exchange) {
        if (exchange.segment(1).equals("reset")) {
            if (!exchange.request().method().name().equals("POST")) {
                return exchange.text(
                        405,
                        "got %s; accepted: POST".formatted(exchange.request().method()));
            }
            account.reset();
            misbehaviour.forget();
            return exchange.text(200, "begun anew");
        }
        return exchange.json(200, account.snapshot());
    }
}
