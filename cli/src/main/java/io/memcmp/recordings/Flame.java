package io.memcmp.recordings;

import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.result.Report;
import java.io.IOException;

/** What a recording allocated by stack, collapsed: a line for each stack, as flame-graph viewers read it. */
public final class Flame {
    private Flame() {}

    /**
     * Writes it.
     *
     * @param report of one recording; of an unreadable one nothing is written
     * @param out where to
     * @throws IOException if that cannot be written
     */
    public static void write(Report.Recordings report, Appendable out) throws IOException {
        for (var recording : report.read()) {
            write(recording.profile(), out);
        }
    }

    // TODO(lead): the tree's own collapsed stacks once AllocationProfile has it; these are the places of the list alone
    private static void write(RecordingProfile profile, Appendable out) throws IOException {
        for (var allocation : profile.allocation().present().stream().toList()) {
            for (AllocationProfile.Share share : allocation.topSites()) {
                out.append(share.name().replace(';', ',').replace('\n', ' '))
                        .append(' ')
                        .append(Long.toString(Math.round(share.bytes())))
                        .append('\n');
            }
        }
    }
}
