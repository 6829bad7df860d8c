package io.memcmp.recordings;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.analysis.allocation.AllocationTree;
import io.memcmp.result.Report;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a recording allocated by stack, collapsed: a line for each stack, as flame-graph viewers read it. */
public final class Flame {
    private Flame() {}

    /**
     * {@return the collapsed stacks, or why there are none}
     *
     * @param report of one recording that was read
     */
    public static Observed<String> of(Report.Recordings report) {
        return report.read().stream()
                .findFirst()
                .map(recording -> of(recording.profile()))
                .orElse(Observed.missing("nothing could be read"));
    }

    private static Observed<String> of(RecordingProfile profile) {
        return switch (profile.allocation()) {
            case Observed.Present<AllocationProfile>(var allocation) -> of(allocation);
            case Observed.Missing<AllocationProfile>(var reason) -> Observed.missing(reason);
        };
    }

    private static Observed<String> of(AllocationProfile allocation) {
        if (allocation.source() instanceof Observed.Missing<String>(var reason)) {
            return Observed.missing(reason);
        }
        return allocation
                .tree()
                .filter(tree -> !tree.isEmpty())
                .map(tree -> Observed.of(collapsed(tree)))
                .orElse(Observed.missing("no sample of allocation lies in it"));
    }

    private static String collapsed(AllocationTree tree) {
        var stacks = new StringBuilder();
        try {
            tree.writeTo(stacks);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a StringBuilder does not fail
        }
        return stacks.toString();
    }
}
