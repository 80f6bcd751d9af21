package asyncjava.site.linked;

import asyncjava.site.SiteOptions;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Where each page lives, which pages it leads to and which fail. All of it is arithmetic on the page's
/// number, so that a site of ten million pages needs no more memory than one of ten.
///
/// The pages form a tree, so that each can be reached from page 0: half of a page's links, rounded up, lead
/// to its children, the others anywhere.
final class Layout {

    private final SiteOptions options;
    private final List<URI> hosts;
    private final long base;
    private final int children;

    Layout(SiteOptions options, List<URI> hosts) {
        this.options = options;
        this.hosts = List.copyOf(hosts);
        base = new SplittableRandom(options.seed()).nextLong();
        children = (options.fanOut() + 1) / 2;
    }

    int pages() {
        return options.pages();
    }

    List<URI> hosts() {
        return hosts;
    }

    URI host(int page) {
        return hosts.get(page % hosts.size());
    }

    /// The one URI that is the page's own, among all that lead to it.
    URI uri(int page) {
        return URI.create(host(page) + "/pages/" + page + ".html");
    }

    /// The page of that name, whatever its host.
    OptionalInt page(String file) {
        OptionalInt number = number(file, ".html");
        return number.isPresent() && number.getAsInt() < pages() ? number : OptionalInt.empty();
    }

    /// The number that a file is named for; other spellings of it, such as `007.html`, name none.
    static OptionalInt number(String file, String ending) {
        if (!file.matches("(0|[1-9][0-9]{0,7})" + ending.replace(".", "\\."))) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(file.substring(0, file.length() - ending.length())));
    }

    /// The pages that this one leads to: its children first, then any.
    List<Integer> linksOf(int page) {
        int first = page * children + 1;
        IntStream tree = IntStream.range(first, first + children).filter(child -> child < pages());
        int others = options.fanOut() - Math.clamp(pages() - first, 0, children);
        IntStream anywhere = random(page, "links").ints(others, 0, pages());
        return IntStream.concat(tree, anywhere).boxed().toList();
    }

    /// Whether the page answers with an error, always.
    ///
    /// Pages without children fail first: only where they are too few for the share do others fail, and
    /// then some pages are found through the sitemap only.
    boolean fails(int page) {
        double share = options.errorShare();
        if (page == 0) {
            return share == 1;
        }
        double leaves = (pages() - firstLeaf()) / (double) pages();
        double chance = page >= firstLeaf() ? share / leaves : (share - leaves) / (1 - leaves);
        return random(page, "fails").nextDouble() < chance;
    }

    private int firstLeaf() {
        return Math.ceilDiv(pages() - 1, children);
    }

    /// A source of numbers for one purpose on one page, the same every time.
    SplittableRandom random(int page, String purpose) {
        return new SplittableRandom(base + page + ((long) purpose.hashCode() << 32));
    }

    static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
