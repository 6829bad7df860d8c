package io.memcmp.cli;

import io.memcmp.plan.Judging;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the cells are held against each other; chosen before the run. */
final class JudgingOptions {
    @Option(
            names = "--reference",
            paramLabel = "VALUE",
            description =
                    "What the others are held against: a collector, JDK, heap or layout of the matrix (default: of the"
                            + " first of these that varies g1, else the one named first).")
    private @Nullable String reference;

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            description = "Differences within it are negligible (default: 3%%).",
            converter = Percentage.class)
    private double margin = Judging.DEFAULT.margin();

    Judging judging() {
        return new Judging(Optional.ofNullable(reference), margin);
    }
}
