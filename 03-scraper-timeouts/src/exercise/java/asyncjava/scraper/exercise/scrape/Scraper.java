package asyncjava.scraper.exercise.scrape;

import java.net.URI;
import java.util.List;

/// Exercise 3.5, scrape.
///
/// Fetch all the pages, and take the title and the links out of each. Some pages will fail. Say so in their
/// place, and bring what the others have: a part of the results is worth more than none.
///
///     sealed interface Scraped {
///         URI uri();
///         record Page(URI uri, String title, List<String> links) implements Scraped {}
///         record Failed(URI uri, String reason) implements Scraped {}
///     }
///
/// (It stands in `Scraped.java` beside the test, in the same package, so that there is nothing to import.)
///
/// - The result has one element for each page that you were asked for, in the order of the list, each with
///   the address that stood there. All the pages are under way together, be there three or thirty.
/// - `title` is the text of the page's `<title>`, or "" where it has none. `links` are the addresses of its
///   `<a href="…">`, in the order of the page, and absolute.
/// - Follow redirects. A relative link is meant from the address at which the page was found in the end.
/// - A page's charset is the one that its header `Content-Type` names. Where that names none, it is the one
///   that the document itself declares. The header may be written `Text/HTML; Charset="UTF-8"` as well, in
///   capital letters and with quotes.
/// - A page is a `Failed` when its status is not 200, when its `Content-Type` is not `text/html`, when its
///   connection breaks or cannot be had, or when nobody can ask for its address, such as `ftp://…` or one
///   that is relative. The reason is in your own words; where the status is the reason, its number is among
///   them. A page that has status 200 and an empty body is a page.
/// - A page that fails costs no other its result, nor does one whose charset Java does not know: what becomes
///   of that one is up to you.
/// - When your own thread is interrupted while you wait, throw.
/// - Soon after you return or throw, no request is under way, no connection is open and no thread of yours
///   is left: cancel what is not needed any more, and close your client. Reactor Netty's own pool of
///   connections, which `HttpClient.create()` uses, stays open: bring a `ConnectionProvider` of your own.
///   Its event loops are shared, and not yours.
///
/// jsoup is here to read the pages: `Jsoup.parse`. Any style will do to fetch them: `java.net.http` with
/// virtual threads, with `sendAsync` or in a structured scope, Reactor Netty, plain threads.
public final class Scraper {

    private Scraper() {}

    public static List<Scraped> scrape(List<URI> pages) throws Exception {
        throw new UnsupportedOperationException("exercise 3.5 is not done yet");
    }
}
