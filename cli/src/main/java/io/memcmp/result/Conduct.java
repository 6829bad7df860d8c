package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.launch.Origin;
import io.memcmp.stats.Drift;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a run went, beside what it found.
 *
 * @param origin from what it was made
 * @param blocks how many blocks that count were begun
 * @param disturbed how many trials of those the machine disturbed, repeated ones among them
 * @param repeated how many trials were run once more for that
 * @param noisy whether so many were disturbed that no verdict may be built on the rest
 * @param resumed how many trials were taken over from earlier sittings
 * @param drift how far wall times became longer or shorter from the first block to the last; missing where there are too few
 * @param warnings what the reader must know of the whole run, in the user's words
 */
public record Conduct(
        Origin origin,
        int blocks,
        int disturbed,
        int repeated,
        boolean noisy,
        int resumed,
        Observed<Drift> drift,
        List<String> warnings) {
    /** Nothing is known of it. */
    public static final Conduct UNKNOWN = new Conduct(
            new Origin(List.of(), Path.of(""), Map.of(), Map.of()),
            0,
            0,
            0,
            false,
            0,
            Observed.missing("nobody looked"),
            List.of());

    /** Copies the list. */
    public Conduct {
        warnings = List.copyOf(warnings);
    }
}
