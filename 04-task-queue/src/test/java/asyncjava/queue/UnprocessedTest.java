package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnprocessedTest {

    private static final Order ORDER = new Order("order-1", "ada", "tea", 2, 650);
    private static final String LINES =
            "id,customer,product,quantity,price,next\r\norder-1,ada,tea,2,6.50,validate\r\n";

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenCanBeReadAgain() throws IOException {
        Path file = folder.resolve("rest.csv");

        write(file, false, ORDER, new Order("order-2", "alan, the second", "tea", 1, 0).afterStep());

        assertThat(OrderFile.read(file))
                .containsExactly(ORDER, new Order("order-2", "alan, the second", "tea", 1, 0).afterStep());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whereNothingIsLeftThereIsNoFile() throws IOException {
        write(folder.resolve("rest.csv"), false);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theRestOfAnotherRunIsKeptBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("rest.csv"), "another");

        write(file, false, ORDER);

        assertThat(folder.resolve("rest.csv.old")).hasContent("another");
        assertThat(file).hasContent(LINES);
    }

    @Test
    void whatWasTheInputIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("rest.csv"), "the input");

        write(file, true, ORDER);

        assertThat(folder.resolve("rest.csv.old")).doesNotExist();
        assertThat(file).hasContent(LINES);
    }

    @Test
    void whatCannotBeWrittenIsToldInTheEndAndWhatLayThereStays() throws IOException {
        Path file = Files.writeString(folder.resolve("rest.csv"), "another");
        Files.createDirectory(folder.resolve("rest.csv.part"));

        assertThatThrownBy(() -> write(file, false, ORDER, ORDER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rest.csv could not be written to its end");
        assertThat(file).hasContent("another");
    }

    private static void write(Path file, boolean replaces, Order... orders) throws IOException {
        try (Unprocessed rest = new Unprocessed(file, replaces)) {
            for (Order order : orders) {
                rest.add(order);
            }
            assertThat(rest.count()).isEqualTo(orders.length);
        }
    }
}
