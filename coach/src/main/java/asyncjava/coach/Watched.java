package asyncjava.coach;

import asyncjava.coach.Face.Said;

/// What happened in a sitting.
///
/// @param event `judged`, or `polling` when there are no file events and the files are looked at instead
/// @param millis from the moment at which the change was seen; 0 where nothing was judged
/// @param more whether there are other exercises to go to
record Watched(String event, String exercise, long millis, boolean more) implements Said {

    @Override
    public String kind() {
        return "watch";
    }

    @Override
    public void inWords(Words words) {
        if (event.equals("polling")) {
            words.line("No file events come from this folder, so its files are looked at ten times a second.");
            return;
        }
        words.line();
        words.line("%,d ms after the save. Save again, or type a key: r rerun, h hint,%s l list, q quit"
                .formatted(millis, more ? " n next," : ""));
    }
}
