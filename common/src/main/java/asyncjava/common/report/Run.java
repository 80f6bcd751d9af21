package asyncjava.common.report;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;

/// One run of a job in one style: what the reports compare.
///
/// @param style the style's name
/// @param elapsed how long the whole call took, measured around it
/// @param timeline what happened inside
public record Run(String style, Duration elapsed, Timeline timeline) {

    public Run {
        if (elapsed.isNegative()) {
            throw new IllegalArgumentException("elapsed must not be negative, was " + elapsed);
        }
    }
}
