package asyncjava.site;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/// `/api/items?cursor=…`: 95 items, ten a page, each page with the cursor of the next.
final class ItemsApi {

    static final int ITEMS = 95;
    static final int PAGE = 10;

    private static final List<String> THINGS = List.of("teapot", "toaster", "egg cup", "spoon", "kettle", "jam jar");

    private ItemsApi() {}

    /// @param price in cents
    record Item(int id, String name, int price) {}

    static Mono<Void> page(Exchange exchange) {
        if (!exchange.segment(1).equals("items")) {
            return exchange.json(404, Map.of("error", "no such path", "got", exchange.uri(), "accepted", "/api/items"));
        }
        String cursor = exchange.query("cursor", "");
        int from;
        try {
            from = cursor.isEmpty() ? 0 : offset(cursor);
        } catch (IllegalArgumentException e) {
            return exchange.json(
                    400,
                    Map.of("error", "no such cursor", "got", cursor, "accepted", "the one that a page calls next"));
        }
        int to = Math.min(ITEMS, from + PAGE);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", IntStream.range(from, to).mapToObj(ItemsApi::item).toList());
        page.put("next", to < ITEMS ? cursor(to) : NullNode.instance);
        return exchange.json(200, page);
    }

    private static Item item(int index) {
        String thing = THINGS.get(index % THINGS.size());
        return new Item(index + 1, "%s no. %d".formatted(thing, index + 1), 100 + index * 37 % 900);
    }

    /// Says nothing to whoever reads it, so that nobody counts on what it means.
    private static String cursor(int from) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("after:" + from).getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        int from = Integer.parseInt(text.replaceFirst("^after:", ""));
        if (from <= 0 || from >= ITEMS || !cursor(from).equals(cursor)) {
            throw new IllegalArgumentException("no such cursor: " + cursor);
        }
        return from;
    }
}
