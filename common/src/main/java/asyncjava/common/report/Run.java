package asyncjava.common.report;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;

/// One run of a job in one style: what the reports compare.
///
/// @param style the style's name
/// @param elapsed how long the whole call took, measured around it
/// @param timeline what happened inside
/// @param counted what its spans are, in the plural, where they are not the parts of the job: a page may take several
/// requests
public record Run(String style, Duration elapsed, Timeline timeline, String counted) {

    public Run {
        if (elapsed.isNegative()) {
            throw new IllegalArgumentException("elapsed must not be negative, was " + elapsed);
        }
    }

    /// A run that has one span for each part of the job.
    public Run(String style, Duration elapsed, Timeline timeline) {
        this(style, elapsed, timeline, "");
    }
}
