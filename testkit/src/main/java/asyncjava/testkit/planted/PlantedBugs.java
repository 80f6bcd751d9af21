package asyncjava.testkit.planted;

import java.util.List;

/// All the planted bugs.
final class PlantedBugs {

    static final List<PlantedBug> ALL = List.of( //
            new LostUpdate());

    private PlantedBugs() {}
}
