package asyncjava.taskrunner.concepts;

import java.util.ArrayList;
import java.util.List;

/// Two threads count visitors. Each reads the number and writes it back plus one; when both have read
/// before either writes, a visitor is lost. asyncio has this wherever an `await` stands between the two;
/// threads have it everywhere. A test that starts two threads and hopes finds it once in a thousand runs,
/// and never when you look.
///
/// So let a seed decide who goes on at each step. Expect about every second seed to lose a visitor, the
/// turns of the first that does, and the very same turns when that seed is played again. Counting in one
/// step loses none.
///
/// Reach for this whenever you test that threads do not get into each other's way. You need no counter that
/// knows of turns: `Explorer` in the testkit does the same with any code on virtual threads, see
/// `docs/schedules.md`.
final class ReplayableRace {

    private static final int LUCKY_RUNS = 1_000;
    private static final int SEEDS = 100;

    private ReplayableRace() {}

    static void main() throws InterruptedException {
        IO.println("Left to luck, a visitor is lost %d× in %d runs.".formatted(lostByLuck(LUCKY_RUNS), LUCKY_RUNS));

        List<Game> losing =
                games(false).stream().filter(game -> game.visitors() < 2).toList();
        IO.println("Of %d seeds, %d lose a visitor.".formatted(SEEDS, losing.size()));
        Game first = losing.getFirst();
        IO.println("%nSeed %d:%n%s".formatted(first.seed(), first.drawn()));
        IO.println("Seed %d again: %s%n"
                .formatted(first.seed(), play(first.seed(), false).equals(first) ? "the same turns" : "other turns"));

        long withOneStep =
                games(true).stream().filter(game -> game.visitors() < 2).count();
        IO.println("Counting in one step: of %d seeds, %d lose a visitor.".formatted(SEEDS, withOneStep));
    }

    /// What came of one seed.
    ///
    /// @param turns who did what, in order
    record Game(long seed, int visitors, List<Turn> turns) {

        String drawn() {
            StringBuilder lanes = new StringBuilder("  turn  ada       bob\n");
            for (int i = 0; i < turns.size(); i++) {
                Turn turn = turns.get(i);
                lanes.append("  %4d  %s%s%n"
                        .formatted(i + 1, turn.player().equals("ada") ? "" : " ".repeat(10), turn.did()));
            }
            return lanes.append("  %d of 2 visitors counted%n".formatted(visitors))
                    .toString();
        }
    }

    record Turn(String player, String did) {}

    /// Two threads count one visitor each, in turns that the seed picks.
    ///
    /// @param inOneStep whether no turn ends between reading and writing
    static Game play(long seed, boolean inOneStep) throws InterruptedException {
        int[] visitors = {0};
        List<Turn> did = new ArrayList<>();
        Turns turns = new Turns(seed);
        for (String name : List.of("ada", "bob")) {
            turns.add(name, player -> {
                int seen = visitors[0];
                did.add(new Turn(player.name(), "reads " + seen));
                if (!inOneStep) {
                    player.pause();
                }
                visitors[0] = seen + 1;
                did.add(new Turn(player.name(), "writes " + (seen + 1)));
            });
        }
        turns.play();
        return new Game(seed, visitors[0], did);
    }

    private static List<Game> games(boolean inOneStep) throws InterruptedException {
        List<Game> games = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            games.add(play(seed, inOneStep));
        }
        return games;
    }

    /// The same two threads without turns.
    private static int lostByLuck(int runs) throws InterruptedException {
        int lost = 0;
        for (int run = 0; run < runs; run++) {
            int[] visitors = {0};
            Thread ada = Thread.startVirtualThread(() -> visitors[0] = visitors[0] + 1);
            Thread bob = Thread.startVirtualThread(() -> visitors[0] = visitors[0] + 1);
            ada.join();
            bob.join();
            lost += 2 - visitors[0];
        }
        return lost;
    }
}
