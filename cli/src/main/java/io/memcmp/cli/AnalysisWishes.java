package io.memcmp.cli;

import io.memcmp.analysis.AnalysisOptions;
import io.memcmp.analysis.Scope;
import io.memcmp.analysis.Scope.Moment;
import io.memcmp.plan.UserError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is wanted of recordings. */
final class AnalysisWishes {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Count what began then or later: time since the beginning of the recording, for example 90s, 1.5s or 1m30s,"
                            + " or a time such as 2026-11-23T10:00:00Z (default: the measured window where there is one,"
                            + " else everything).",
            converter = Converters.MomentOfRecording.class)
    private @Nullable Moment from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Count what began then or earlier; written like --from.",
            converter = Converters.MomentOfRecording.class)
    private @Nullable Moment to;

    @Option(names = "--merge", description = "Read all recordings as if they were one.")
    private boolean merge;

    @Option(names = "--top", paramLabel = "N", description = "Length of the longest lists (default: 10).")
    private int top = 10;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "How many frames make a place of allocation (default: 1).")
    private int depth = 1;

    boolean merge() {
        return merge;
    }

    AnalysisOptions options(boolean tree) {
        positive("--top", top);
        positive("--depth", depth);
        return new AnalysisOptions(scope(), top, depth, tree);
    }

    private static void positive(String option, int number) {
        if (number < 1) {
            throw new UserError(option + " must be at least 1: " + number, "leave it out for the default");
        }
    }

    private Scope scope() {
        if (from == null && to == null) {
            return Scope.MEASURED_WINDOW;
        }
        if (from != null && to != null && backwards(from, to)) {
            throw new UserError("--from is later than --to", "exchange them");
        }
        return new Scope.Between(Optional.ofNullable(from), Optional.ofNullable(to));
    }

    /** Where the one is a span and the other a time, only the recording knows. */
    private static boolean backwards(Moment from, Moment to) {
        if (from instanceof Moment.After(var begin) && to instanceof Moment.After(var end)) {
            return begin.compareTo(end) > 0;
        }
        return from instanceof Moment.At(var first) && to instanceof Moment.At(var last) && first.isAfter(last);
    }
}
