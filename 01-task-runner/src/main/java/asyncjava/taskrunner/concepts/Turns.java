package asyncjava.taskrunner.concepts;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/// Lets threads go on one at a time, each until it pauses or ends, and lets a seed pick who is next. The
/// same seed picks the same turns.
final class Turns {

    private final Random picks;
    private final List<Player> waiting = new ArrayList<>();
    private final Semaphore turnEnded = new Semaphore(0);

    Turns(long seed) {
        picks = new Random(seed);
    }

    /// What a player does.
    interface Part {
        void play(Player player) throws InterruptedException;
    }

    /// A thread that goes on only when it is its turn.
    final class Player {

        private final String name;
        private final Semaphore turn = new Semaphore(0);
        private boolean ended;

        private Player(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        /// Gives up the turn, and waits for the next.
        void pause() throws InterruptedException {
            turnEnded.release();
            turn.acquire();
        }
    }

    /// Adds a player. Nobody begins before [#play()].
    void add(String name, Part part) {
        Player player = new Player(name);
        waiting.add(player);
        Thread.startVirtualThread(() -> {
            try {
                player.turn.acquire();
                part.play(player);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                player.ended = true;
                turnEnded.release();
            }
        });
    }

    /// Gives out turns until all players have ended.
    void play() throws InterruptedException {
        while (!waiting.isEmpty()) {
            Player next = waiting.get(picks.nextInt(waiting.size()));
            next.turn.release();
            turnEnded.acquire();
            if (next.ended) {
                waiting.remove(next);
            }
        }
    }
}
