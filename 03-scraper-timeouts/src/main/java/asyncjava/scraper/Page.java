package asyncjava.scraper;

import java.net.URI;
import java.util.List;

/// What was found on a page.
///
/// @param uri where it was found, after all redirects
/// @param title empty where it has none
/// @param headings from `h1` to `h3`, in the page's order
/// @param links absolute, each once
/// @param selected the texts of what `--select` asked for
record Page(URI uri, int status, String title, List<String> headings, List<String> links, List<String> selected) {

    Page withoutFindings() {
        return new Page(uri, status, title, List.of(), List.of(), List.of());
    }
}
