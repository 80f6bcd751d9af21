package asyncjava.scraper;

import asyncjava.scraper.Outcome.Failed;
import asyncjava.scraper.Outcome.Refused;
import asyncjava.scraper.Outcome.Scraped;
import asyncjava.scraper.Outcome.TimedOut;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is told of a page, in all formats. What there is nothing to say of is empty, or null.
///
/// @param url as it was asked for
/// @param outcome `scraped`, `refused`, `timed-out`, `failed` or `cancelled`
/// @param clock which one ran out: `permit`, `rate`, `connect`, `first-byte` or `whole`
/// @param reason why it was not scraped, in words
/// @param location where the page was found, after redirects
@JsonPropertyOrder({"url", "outcome"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Row(
        String url,
        String outcome,
        @Nullable Integer status,
        @Nullable String clock,
        String reason,
        int attempts,
        long millis,
        String location,
        String title,
        List<String> headings,
        List<String> links,
        List<String> selected) {

    static Row of(String url, Result result) {
        Outcome outcome = result.outcome();
        Page page = outcome instanceof Scraped scraped ? scraped.page() : null;
        return new Row(
                url,
                name(outcome),
                status(outcome),
                outcome instanceof TimedOut timedOut
                        ? timedOut.clock().name().toLowerCase(Locale.ROOT).replace('_', '-')
                        : null,
                Failures.inWords(outcome),
                result.attempts(),
                result.time().toMillis(),
                page == null ? "" : page.uri().toString(),
                page == null ? "" : page.title(),
                page == null ? List.of() : page.headings(),
                page == null ? List.of() : page.links(),
                page == null ? List.of() : page.selected());
    }

    boolean isScraped() {
        return reason.isEmpty();
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Scraped _ -> "scraped";
            case Refused _ -> "refused";
            case TimedOut _ -> "timed-out";
            case Failed _ -> "failed";
            case Outcome.Cancelled _ -> "cancelled";
        };
    }

    private static @Nullable Integer status(Outcome outcome) {
        return switch (outcome) {
            case Scraped scraped -> scraped.page().status();
            case Refused refused -> refused.status();
            case TimedOut _, Failed _, Outcome.Cancelled _ -> null;
        };
    }
}
