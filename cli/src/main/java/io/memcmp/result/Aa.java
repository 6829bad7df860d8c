package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.launch.HostFacts;
import io.memcmp.plan.Cell;
import io.memcmp.stats.SelfTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What {@code memcmp aa} found: one configuration against itself.
 *
 * @param tool memcmp's version
 * @param created when the run began
 * @param subject what was measured
 * @param cell under which collector, JDK and heap
 * @param outcomes how the trials ended
 * @param trials how many were finished
 * @param seed of the names A and B
 * @param host the machine
 * @param tests what came of each judged metric
 * @param warnings what the reader must know of the whole run
 * @param directory where everything lies
 * @param interrupted whether the user ended it before its plan was done
 */
public record Aa(
        String tool,
        Instant created,
        String subject,
        String cell,
        String outcomes,
        int trials,
        long seed,
        HostFacts host,
        List<SelfTests> tests,
        List<String> warnings,
        Path directory,
        boolean interrupted)
        implements Report {
    /** Copies the lists. */
    public Aa {
        tests = List.copyOf(tests);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return what a run of one cell says of itself}
     *
     * @param run of one cell
     */
    public static Aa of(Report.Run run) {
        var cell = run.cells().getFirst();
        var figures = CellFigures.of(cell);
        return new Aa(
                run.tool(),
                run.created(),
                run.label(),
                configuration(cell.cell()),
                Summary.outcomes(figures.trials()),
                figures.trials().size(),
                run.design().seed(),
                run.host(),
                SelfTests.of(figures, run.bundled(), run.design().seed()),
                run.conduct().warnings(),
                run.directory(),
                run.interrupted());
    }

    private static String configuration(Cell cell) {
        var heap = cell.heap().size().map(size -> ", heap " + size.forJvm()).orElse("");
        var flags = cell.flags().isEmpty() ? "" : ", " + String.join(" ", cell.flags());
        return cell.collector().id() + ", JDK " + cell.jdk().version() + heap + flags;
    }

    /** {@return whether a difference is shown where there is none, or nothing can be said} */
    public boolean inconclusive() {
        return tests.stream().allMatch(each -> each.test() instanceof Observed.Missing<SelfTest>)
                || tests.stream()
                        .anyMatch(each ->
                                each.test() instanceof Observed.Present<SelfTest>(var test) && test.alarmsAsRun());
    }
}
