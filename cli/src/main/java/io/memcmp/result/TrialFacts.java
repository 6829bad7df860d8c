package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.launch.Outcome;
import java.util.function.Function;

/**
 * Everything known of one trial; the metrics are read off it.
 *
 * @param outcome how it ended
 * @param wall wall time of the process, nanoseconds
 * @param cpu CPU time of the process from outside, nanoseconds
 * @param peakResident largest resident set seen from outside, bytes
 * @param pacing time of threads in Shenandoah's pacing, nanoseconds
 * @param profile what the recording tells
 */
public record TrialFacts(
        Outcome outcome,
        Reading wall,
        Reading cpu,
        Reading peakResident,
        Reading pacing,
        Observed<RecordingProfile> profile) {

    /** {@return a figure of a part of the profile, absent for the part's reason or the profile's} */
    <T> Reading read(Function<RecordingProfile, Observed<T>> part, Function<? super T, Reading> figure) {
        return profile.read(whole -> part.apply(whole).read(figure));
    }
}
