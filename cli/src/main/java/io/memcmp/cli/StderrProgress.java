package io.memcmp.cli;

import io.memcmp.experiment.Progress;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Trial;
import io.memcmp.render.Safe;
import io.memcmp.result.TrialResult;
import java.nio.file.Path;
import java.time.Duration;

/** Progress for a person: one line that is drawn over, or one line for each trial where that is not possible. */
final class StderrProgress implements Progress {
    private final Terminal terminal;
    private final boolean quiet;
    private int trials;
    private int blocks;
    private int finishedBefore;
    private long startNanos;

    StderrProgress(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    @Override
    public void planned(Plan plan, int finished) {
        trials = plan.trials().size() - finished;
        blocks = plan.counted();
        finishedBefore = finished;
        startNanos = System.nanoTime();
    }

    @Override
    public void started(int number, Trial trial) {
        if (!quiet && terminal.redraws()) {
            terminal.err().print("\r\u001b[K" + place(number, trial) + left(number - 1));
            terminal.err().flush();
        }
    }

    @Override
    public void ended(int number, TrialResult result) {
        if (quiet) {
            return;
        }
        if (terminal.redraws()) {
            if (number == trials || result.outcome() instanceof Outcome.Interrupted) {
                terminal.err().print("\r\u001b[K");
            }
        } else {
            terminal.err()
                    .println("memcmp: " + place(number, result.trial()) + ": "
                            + Safe.text(result.outcome().text()) + left(number));
        }
        terminal.err().flush();
    }

    @Override
    public void repeats(TrialResult disturbed) {
        trials++;
        if (!quiet) {
            if (terminal.redraws()) {
                terminal.err().print("\r\u001b[K");
            }
            terminal.err()
                    .println("memcmp: " + disturbed.trial().cell().id() + ", block "
                            + disturbed.trial().block() + " runs once more: "
                            + String.join(", ", disturbed.noise().faults()));
            terminal.err().flush();
        }
    }

    @Override
    public void diagnoses(Cell cell) {
        tell(cell.id() + ": sampling old objects, a trial without figures");
    }

    @Override
    public void reads(Path dump) {
        tell("reading " + dump);
    }

    private void tell(String what) {
        if (!quiet) {
            terminal.err().println("memcmp: " + Safe.text(what));
            terminal.err().flush();
        }
    }

    private String place(int number, Trial trial) {
        var block = trial.warmsUp() ? "warm-up" : "block " + trial.block() + " of " + blocks;
        var attempt = trial.attempt() == 1 ? "" : ", attempt " + trial.attempt();
        return "%d/%d %s, %s%s"
                .formatted(
                        finishedBefore + number,
                        finishedBefore + trials,
                        trial.cell().id(),
                        block,
                        trial.warmsUp() ? "" : attempt);
    }

    private String left(int finished) {
        var elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        var text = "; " + seconds(elapsed) + " elapsed";
        return finished == 0 || finished == trials
                ? text
                : text + ", about "
                        + seconds(elapsed.multipliedBy(trials - finished).dividedBy(finished)) + " left";
    }

    private static String seconds(Duration span) {
        return span.toMinutes() > 0
                ? "%d min %02d s".formatted(span.toMinutes(), span.toSecondsPart())
                : span.toSeconds() + " s";
    }
}
