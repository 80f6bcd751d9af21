package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.requests.concepts.ItemsClient.Failed;
import asyncjava.requests.concepts.ItemsClient.Found;
import asyncjava.requests.concepts.ItemsClient.Rejected;
import asyncjava.requests.concepts.ItemsPage.Item;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemsClientTest extends SiteTest {

    @Test
    void aPageIsItemsAndWhereTheNextOneIs() throws InterruptedException {
        assertThat(client("/api/items").page("")).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.page().items()).hasSize(10).startsWith(new Item(1, "teapot no. 1", 100));
            assertThat(found.page().next()).isNotNull();
        });
    }

    @Test
    void aWrongCursorIsRejectedInTheWordsOfTheApi() throws InterruptedException {
        assertThat(client("/api/items").page("wrong")).isEqualTo(new Rejected(400, "no such cursor"));
    }

    @Test
    void aRejectionWithoutJsonIsToldInItsOwnWords() throws InterruptedException {
        assertThat(client("/status/404").page("")).isEqualTo(new Rejected(404, "404 Not Found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status/503", "/reset", "/delay/0", "/echo"})
    void whatIsNoAnswerOfTheApiHasFailed(String path) throws InterruptedException {
        assertThat(client(path).page("")).isInstanceOf(Failed.class);
    }

    @Test
    void jsonWithoutItemsIsNoPage() {
        assertThatThrownBy(() -> ItemsPage.parse("{}")).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void withoutALookAtTheStatusARejectionIsAnEmptyPage() throws IOException, InterruptedException {
        assertThat(client("/api/items").namesWithoutALook("wrong")).isEmpty();
    }

    private ItemsClient client(String path) {
        return new ItemsClient(clients.http(), site.uri(path));
    }
}
