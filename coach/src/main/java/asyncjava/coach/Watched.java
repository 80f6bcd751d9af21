package asyncjava.coach;

import asyncjava.coach.Face.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What happened in a sitting.
///
/// @param exercise at which the learner is
/// @param millis from the moment at which a save was seen to its verdict; null where no save led to it
/// @param others whether there are exercises to go on to
/// @param polling whether the files are looked at several times a second, because no file events come or
/// none are wanted
@JsonInclude(JsonInclude.Include.NON_NULL)
record Watched(Event event, String exercise, @Nullable Long millis, boolean others, boolean polling) implements Said {

    enum Event {
        /// The verdict has just been said.
        JUDGED,
        /// What a key asked for has just been said.
        TOLD,
        /// From now on the files are looked at several times a second.
        POLLING
    }

    @Override
    public String kind() {
        return "watch";
    }

    @Override
    public void inWords(Words words) {
        if (event == Event.POLLING) {
            words.line("Looking at the files ten times a second, instead of by file events.");
            return;
        }
        words.line();
        words.line("%sSave, or type a key: r rerun, h hint,%s l list, q quit%s"
                .formatted(
                        millis == null ? "" : took(millis) + " after the save was seen. ",
                        others ? " n next," : "",
                        polling ? " (looking at the files ten times a second)" : ""));
    }

    private static String took(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
