package io.memcmp.launch;

import io.memcmp.analysis.Reading;
import java.util.List;

/**
 * What else happened on the machine while a trial ran. A trial is set aside for what stands here alone, never for its own
 * result.
 *
 * @param steal share of all processor time that the hypervisor gave to others, 0 to 1
 * @param throttled how often the container's limit stopped it
 * @param foreign share of all processor time that other processes took, 0 to 1
 * @param swappedIn pages read back from swap
 * @param pressure share of the time in which some task waited for a processor, 0 to 1
 * @param calibration time of a fixed loop just before the trial, through the run's median; 1 is the usual speed
 * @param faults why the trial must be set aside; empty where nothing speaks against it
 */
public record NoiseEvidence(
        Reading steal,
        Reading throttled,
        Reading foreign,
        Reading swappedIn,
        Reading pressure,
        Reading calibration,
        List<String> faults) {
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
        return new NoiseEvidence(absent, absent, absent, absent, absent, absent, List.of());
    }

    /** {@return whether the trial counts} */
    public boolean undisturbed() {
        return faults.isEmpty();
    }
}
