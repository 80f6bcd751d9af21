package asyncjava.queue;

import asyncjava.common.cli.BadInput;
import asyncjava.common.cli.InputFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Orders as CSV after RFC 4180: `id,customer,product,quantity,price` and, where an order has been begun,
/// `next`.
final class OrderFile {

    private static final String ACCEPTED = "id,customer,product,quantity,price and perhaps next, in a first line";
    private static final List<String> COLUMNS = List.of("id", "customer", "product", "quantity", "price");
    private static final CSVFormat READ = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setAllowMissingColumnNames(true)
            .get();
    private static final CSVFormat WRITTEN = CSVFormat.RFC4180;

    private static final Path STANDARD_INPUT = Path.of("-");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final Set<String> ids = new HashSet<>();

    private OrderFile(Path file) {
        this.file = file;
    }

    /// Reads all of them, or none.
    ///
    /// @throws BadInput when the file cannot be read, or for the first line that is no order, or an order
    /// twice
    static List<Order> read(Path file) {
        return new OrderFile(file).read();
    }

    /// The first line.
    static String heading() {
        return WRITTEN.format("id", "customer", "product", "quantity", "price", "next") + WRITTEN.getRecordSeparator();
    }

    /// An order that was not processed, as a line.
    static String line(Order order) {
        return WRITTEN.format(
                        order.id(),
                        order.customer(),
                        order.product(),
                        order.quantity(),
                        price(order.cents()),
                        order.next().map(Step::toString).orElse(""))
                + WRITTEN.getRecordSeparator();
    }

    /// Cents as they are written: `12.50`.
    static String price(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private List<Order> read() {
        try (Reader in = open()) {
            in.mark(1);
            if (in.read() != BYTE_ORDER_MARK) { // some programs on Windows begin a file with one
                in.reset();
            }
            CSVParser records = READ.parse(in);
            if (!records.getHeaderNames().containsAll(COLUMNS)) {
                throw new BadInput(file + ":1", String.join(",", records.getHeaderNames()), ACCEPTED);
            }
            List<Order> orders = new ArrayList<>();
            for (CSVRecord each : records) {
                orders.add(order(each, file + ":" + records.getCurrentLineNumber()));
            }
            return orders;
        } catch (UncheckedIOException e) {
            // An iterator over records cannot throw what caused it.
            throw unusable(Objects.requireNonNull(e.getCause()));
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(e);
        }
    }

    private Reader open() throws IOException {
        return file.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()))
                : Files.newBufferedReader(file);
    }

    private BadInput unusable(Exception e) {
        return switch (e) {
            case CharacterCodingException _ -> notAccepted("a text file in UTF-8 (this one is not)");
            case CSVException _ -> notAccepted("orders as CSV (%s)".formatted(e.getMessage()));
            case IllegalArgumentException _ -> notAccepted("orders as CSV (%s)".formatted(e.getMessage()));
            default -> InputFile.unreadable("--input", file);
        };
    }

    private BadInput notAccepted(String accepted) {
        return new BadInput("--input", file.toString(), accepted);
    }

    private Order order(CSVRecord line, String place) {
        try {
            Order order = new Order(
                    line.get("id"),
                    line.get("customer"),
                    line.get("product"),
                    Integer.parseInt(line.get("quantity")),
                    new BigDecimal(line.get("price")).movePointRight(2).longValueExact(),
                    Optional.of(next(line)));
            if (!ids.add(order.id())) {
                throw new BadInput(place, inOneLine(order.id()), "each id once");
            }
            return order;
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new BadInput(
                    place,
                    inOneLine(String.join(",", line.toList())),
                    "an order: quantity as a whole number, price such as 12.50 (%s)"
                            .formatted(inOneLine(String.valueOf(e.getMessage()))));
        }
    }

    /// What stands in quotes may go on in the next line; a complaint may not.
    private static String inOneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static Step next(CSVRecord line) {
        String next = line.isMapped("next") && line.isSet("next") ? line.get("next") : "";
        if (next.isEmpty()) {
            return Step.VALIDATE;
        }
        return Arrays.stream(Step.values())
                .filter(step -> step.toString().equalsIgnoreCase(next))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("next must be validate, charge or ship, was " + next));
    }
}
