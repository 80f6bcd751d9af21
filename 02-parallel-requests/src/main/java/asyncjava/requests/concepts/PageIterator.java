package asyncjava.requests.concepts;

import asyncjava.requests.concepts.ItemsPage.Item;
import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Many items come in pages, and whoever reads them does not want to know. In asyncio that is an object
/// with `__aiter__` and `__anext__`, read by `async for`; in Java an ordinary `Iterator` whose `hasNext`
/// may wait for the next page, read by an ordinary `for`. Nothing about it is asynchronous: on a virtual
/// thread it may wait.
///
/// Expect twelve of 95 items to be read, for which two pages of ten are fetched. Where all pages are
/// fetched before the first item is read, it is ten.
///
/// Reach for it wherever items come in pages or chunks. Do not hand it to two threads: an iterator is for
/// one reader.
final class PageIterator implements Iterator<Item> {

    private static final int READ = 12;

    private final ItemsPage.Source source;
    private Iterator<Item> page = Collections.emptyIterator();
    private @Nullable String next = ItemsPage.FIRST;

    PageIterator(ItemsPage.Source source) {
        this.source = source;
    }

    static void main() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                HttpClient client = HttpClient.newHttpClient()) {
            ItemsPage.Source source = cursor -> ItemsPage.fetch(client, site.uri("/api/items"), cursor);
            read("page by page", items(source), site);
            read("the mistake, all pages first", allPagesFirst(source), site);
        }
    }

    /// To be read by `for`, each time from the beginning.
    static Iterable<Item> items(ItemsPage.Source source) {
        return () -> new PageIterator(source);
    }

    /// May wait for a page.
    ///
    /// @throws UncheckedIOException when the page cannot be had, or the thread is interrupted meanwhile
    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null) {
            ItemsPage fetched = fetch(next);
            page = fetched.items().iterator();
            next = fetched.next();
        }
        return page.hasNext();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all items have been read");
        }
        return page.next();
    }

    // An iterator may not throw checked exceptions.
    private ItemsPage fetch(String cursor) {
        try {
            return source.page(cursor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while waiting for a page"));
        }
    }

    /// The mistake: nobody has read an item before the last page is there, and all of them are kept.
    static List<Item> allPagesFirst(ItemsPage.Source source) throws IOException, InterruptedException {
        List<Item> items = new ArrayList<>();
        for (String cursor = ItemsPage.FIRST; cursor != null; ) {
            ItemsPage page = source.page(cursor);
            items.addAll(page.items());
            cursor = page.next();
        }
        return items;
    }

    private static void read(String name, Iterable<Item> items, PracticeSite site) {
        for (Item item : items) {
            if (item.id() == READ) {
                IO.println("%-28s  read up to %s; pages fetched: %d"
                        .formatted(name, item.name(), site.account().requests("/api/items")));
                break;
            }
        }
        site.account().reset();
    }
}
