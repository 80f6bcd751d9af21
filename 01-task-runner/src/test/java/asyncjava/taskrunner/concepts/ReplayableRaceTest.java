package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.taskrunner.concepts.ReplayableRace.Game;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplayableRaceTest {

    @Test
    void someSeedsLoseAVisitorAndSomeDoNot() throws InterruptedException {
        assertThat(games(false)).extracting(Game::visitors).contains(1, 2).doesNotContain(0);
    }

    @Test
    void theSameSeedTakesTheSameTurns() throws InterruptedException {
        assertThat(games(false)).isEqualTo(games(false));
    }

    @Test
    void aVisitorIsLostWhenBothReadBeforeEitherWrites() throws InterruptedException {
        for (Game game : games(false)) {
            boolean bothReadFirst = game.turns().get(0).did().startsWith("reads")
                    && game.turns().get(1).did().startsWith("reads");

            assertThat(game.visitors()).isEqualTo(bothReadFirst ? 1 : 2);
        }
    }

    @Test
    void countingInOneStepLosesNone() throws InterruptedException {
        assertThat(games(true)).extracting(Game::visitors).containsOnly(2);
    }

    @Test
    void theTurnsAreDrawn() {
        Game game = new Game(
                7,
                1,
                List.of(
                        new ReplayableRace.Turn("bob", "reads 0"),
                        new ReplayableRace.Turn("ada", "reads 0"),
                        new ReplayableRace.Turn("ada", "writes 1"),
                        new ReplayableRace.Turn("bob", "writes 1")));

        assertThat(game.drawn()).isEqualToNormalizingNewlines("""
                          turn  ada       bob
                             1            reads 0
                             2  reads 0
                             3  writes 1
                             4            writes 1
                          1 of 2 visitors counted
                        """);
    }

    private static List<Game> games(boolean inOneStep) throws InterruptedException {
        List<Game> games = new ArrayList<>();
        for (long seed = 0; seed < 50; seed++) {
            games.add(ReplayableRace.play(seed, inOneStep));
        }
        return games;
    }
}
