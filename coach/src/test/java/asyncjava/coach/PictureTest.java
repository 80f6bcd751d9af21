package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureTest {

    private static final String STAIRCASE = """
            sequential: one after another
            tea    ██████                204 ms
            toast        █████████       300 ms
            egg                   ╳╳╳╳╳  failed after 100 ms
                   ├ 0      ├ 500 ms  905 ms ┤

            style         time  speed-up  peak in flight
            sequential  906 ms     1.00×               1
            """;

    @Test
    void otherTimesAreTheSameShape() {
        assertThat(new Picture(STAIRCASE).hasShapeOf(new Picture("""
                sequential: one after another
                tea    █████                210 ms
                toast        ██████████       1.3 s
                egg                   ╳╳╳╳╳  failed after 98 ms
                       ├ 0   ├ 500 ms     ├ 1 s  1.4 s ┤

                style         time  speed-up  peak in flight
                sequential   1.4 s     1.20×               1
                """))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toast  █████████             300 ms", // beside the one above
                "jam          █████████       300 ms",
                "toast        ░░░░░░░░░       300 ms",
                "toast        █████████       cancelled after 300 ms",
                "",
            })
    void anotherRowIsAnotherShape(String row) {
        String other = STAIRCASE.replace("toast        █████████       300 ms", row);

        assertThat(new Picture(STAIRCASE).hasShapeOf(new Picture(other))).isFalse();
    }

    @Test
    void barsSideBySideMayComeInAnyOrder() {
        Picture one = new Picture("tea    ████   20 ms\ntoast  █████  30 ms\n");
        Picture other = new Picture("toast  █████  25 ms\ntea     ███   20 ms\n");

        assertThat(one.hasShapeOf(other)).isTrue();
    }

    @Test
    void barsOneAfterAnotherMayNot() {
        Picture one = new Picture("tea    ████       20 ms\ntoast      █████  30 ms\n");
        Picture other = new Picture("toast  █████      30 ms\ntea         ████  20 ms\n");

        assertThat(one.hasShapeOf(other)).isFalse();
    }

    @Test
    void aCountIsPartOfTheShape() {
        String other = STAIRCASE.replace("1.00×               1", "1.00×               3");

        assertThat(new Picture(STAIRCASE).hasShapeOf(new Picture(other))).isFalse();
    }

    @Test
    void anotherPortIsTheSameShape() {
        assertThat(new Picture("200 http://127.0.0.1:40100/tea")
                        .hasShapeOf(new Picture("200 http://127.0.0.1:8080/tea")))
                .isTrue();
        assertThat(new Picture("200 http://127.0.0.1:40100/tea")
                        .hasShapeOf(new Picture("404 http://127.0.0.1:40100/tea")))
                .isFalse();
    }
}
