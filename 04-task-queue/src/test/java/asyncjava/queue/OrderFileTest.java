package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What it refuses is in `MainBadInputTest`.
final class OrderFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileMayBeginWithAByteOrderMark() throws IOException {
        Path file = Files.writeString(
                folder.resolve("orders.csv"), "\uFEFFid,customer,product,quantity,price\n1,ada,tea,2,6.50\n");

        assertThat(OrderFile.read(file)).containsExactly(new Order("1", "ada", "tea", 2, 650));
    }

    @Test
    void columnsMayStandInAnyOrderAndOthersBesideThem() throws IOException {
        Path file = Files.writeString(
                folder.resolve("orders.csv"),
                "price, note, quantity, id, product, next, customer\n6.5, \"a\nb\", 2, 1, tea, ship, ada\n\n");

        assertThat(OrderFile.read(file))
                .containsExactly(
                        new Order("1", "ada", "tea", 2, 650).afterStep().afterStep());
    }
}
