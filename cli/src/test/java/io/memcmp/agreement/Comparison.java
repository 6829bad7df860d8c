package io.memcmp.agreement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One figure as memcmp has it and as another instrument has it; every comparison is a line of {@code
 * target/agreement.md}, those that fail too.
 */
record Comparison(Measured run, String figure, String instrument, double ours, double theirs) {
    private static final Path TABLE = Path.of("target", "agreement.md");
    private static final List<String> LINES = new ArrayList<>(List.of(
            "| collector | JDK | run | figure | against | memcmp | other | difference | expected |",
            "|-|-|-|-|-|-|-|-|-|"));

    static Comparison of(Measured run, String figure, String instrument, Number ours, Number theirs) {
        return new Comparison(run, figure, instrument, ours.doubleValue(), theirs.doubleValue());
    }

    void exactly() {
        write("equal");
        assertTrue(ours == theirs, this::line);
    }

    /** Accepts a difference up to a share of the other instrument's figure or up to an amount, whichever is more. */
    void within(double share, long amount) {
        within(share, amount, 0);
    }

    /** The same where the other figure may be as much more: what lies at the edge of what was looked at is in it or not. */
    void within(double share, long amount, long atTheEdges) {
        double allowed = Math.max(share * Math.abs(theirs), (double) amount);
        double least = theirs - allowed;
        double most = theirs + atTheEdges + allowed;
        write(String.format(Locale.ROOT, "%.0f to %.0f", least, most));
        near(least <= ours && ours <= most, this::line);
    }

    private void write(String expected) {
        synchronized (LINES) {
            LINES.add(line() + " " + expected + " |");
            try {
                Files.write(TABLE, LINES, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    /** What two clocks have to show where nothing comes in between. */
    static void near(boolean holds, Supplier<String> told) {
        if (!holds) {
            throw new TooFar(told.get());
        }
    }

    /** A tolerance was exceeded. */
    static final class TooFar extends AssertionError {
        private static final long serialVersionUID = 1;

        private TooFar(String told) {
            super(told);
        }
    }

    private String line() {
        var difference = theirs == 0
                ? String.format(Locale.ROOT, "%+.0f", ours - theirs)
                : String.format(Locale.ROOT, "%+.3f %%", 100 * (ours - theirs) / theirs);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %.0f | %.0f | %s |",
                run.machine().collector().id(),
                run.machine().jdk().feature(),
                run.name(),
                figure,
                instrument,
                ours,
                theirs,
                difference);
    }
}
