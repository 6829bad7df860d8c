package io.memcmp.launch;

import io.memcmp.analysis.Reading;
import java.util.List;

/**
 * What else happened on the machine while a trial ran. A trial is set aside for what stands here alone, never for its own
 * result.
 *
 * @param steal share of all processor time that the hypervisor gave to others, 0 to 1
 * @param throttled how often the container's limit stopped it; the program's own threads bring that about, so that it sets
 *     nothing aside
 * @param foreign share of all processor time that other processes took, 0 to 1; a little below 0 where that was none
 * @param swappedIn pages read back from swap
 * @param pressure share of the time in which some task waited for a processor, 0 to 1
 * @param calibration time of a fixed loop just before the trial, through the median of the last few; 1 is the usual speed
 * @param calibrationNanos that time, nanoseconds
 * @param faults what speaks against the trial; empty where nothing does
 * @param tolerated whether it counts in spite of its faults: in a single look, or because the user wants it so
 */
public record NoiseEvidence(
        Reading steal,
        Reading throttled,
        Reading foreign,
        Reading swappedIn,
        Reading pressure,
        Reading calibration,
        Reading calibrationNanos,
        List<String> faults,
        boolean tolerated) {
    /** Copies the list. */
    public NoiseEvidence {
        faults = List.copyOf(faults);
    }

    /**
     * {@return no evidence at all, which speaks neither for nor against the trial}
     *
     * @param reason why there is none
     */
    public static NoiseEvidence none(String reason) {
        var absent = Reading.absent(reason);
        return new NoiseEvidence(absent, absent, absent, absent, absent, absent, absent, List.of(), false);
    }

    /** {@return the same, of a trial that counts whatever happened} */
    NoiseEvidence tolerating() {
        return new NoiseEvidence(
                steal,
                throttled,
                foreign,
                swappedIn,
                pressure,
                calibration,
                calibrationNanos,
                faults,
                !faults.isEmpty());
    }

    /** {@return whether the trial counts} */
    public boolean counts() {
        return faults.isEmpty() || tolerated;
    }
}
