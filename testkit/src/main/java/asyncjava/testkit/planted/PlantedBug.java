package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;

/// A classic mistake, small, beside the same code without it.
interface PlantedBug {

    /// What the report of it contains, which shows that it was found for the right reason.
    String verdict();

    /// Fails on some schedules.
    void broken(Schedule schedule) throws Exception;

    /// The twin, which fails on none.
    void corrected(Schedule schedule) throws Exception;
}
