package asyncjava.coach;

import asyncjava.coach.Face.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What happened in a sitting.
///
/// @param exercise at which the learner is
/// @param millis from the moment at which a save was seen to its verdict; null where no save led to it
/// @param others whether there are exercises to go on to
@JsonInclude(JsonInclude.Include.NON_NULL)
record Watched(Event event, String exercise, @Nullable Long millis, boolean others) implements Said {

    enum Event {
        /// The verdict has just been said.
        JUDGED,
        /// There are no file events, so the files are looked at instead.
        POLLING
    }

    @Override
    public String kind() {
        return "watch";
    }

    @Override
    public void inWords(Words words) {
        switch (event) {
            case JUDGED -> {
                words.line();
                words.line("%sSave, or type a key: r rerun, h hint,%s l list, q quit"
                        .formatted(
                                millis == null ? "" : "%,d ms after you saved. ".formatted(millis),
                                others ? " n next," : ""));
            }
            case POLLING ->
                words.line("No file events come from this folder, so its files are looked at ten times a second.");
        }
    }
}
