package io.memcmp.launch;

import io.memcmp.analysis.Completeness;
import io.memcmp.analysis.Reading;
import java.util.List;
import java.util.Optional;

/**
 * A trial that has ended, as seen from outside.
 *
 * @param outcome how it ended
 * @param wall wall time of the process, nanoseconds
 * @param cpu CPU time of the process and its children, nanoseconds
 * @param peakResident its largest resident set, bytes
 * @param files where its files lie
 * @param recorded whether there is a recording
 * @param salvaged what was left of a recording that was not closed in order; empty where it was
 * @param noise what else happened on the machine meanwhile
 * @param remarks what the reader must know beside the figures
 */
public record Launched(
        Outcome outcome,
        Reading wall,
        Reading cpu,
        Reading peakResident,
        TrialDirectory files,
        boolean recorded,
        Optional<Completeness> salvaged,
        NoiseEvidence noise,
        List<String> remarks) {
    /** Copies the list. */
    public Launched {
        remarks = List.copyOf(remarks);
    }
}
