package io.memcmp.cli;

import io.memcmp.experiment.HeapProgress;
import io.memcmp.plan.Cell;
import io.memcmp.render.Safe;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.HeapTrial;

/** The search for minimum heaps, for a person: one line that is drawn over, or one for each launch and each minimum. */
final class StderrHeapProgress implements HeapProgress {
    private final Terminal terminal;
    private final boolean quiet;
    private String place = "";
    private int launches;

    StderrHeapProgress(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    @Override
    public void began(int number, int of, Cell cell) {
        place = "minimum heap %d/%d %s".formatted(number, of, cell.id());
        launches = 0;
        if (!quiet && terminal.redraws()) {
            draw(place);
        }
    }

    @Override
    public void tried(HeapTrial trial) {
        launches++;
        var text =
                "%s, launch %d, %s: %s".formatted(place, launches, trial.heap().forJvm(), Safe.text(trial.text()));
        if (quiet) {
            return;
        }
        if (terminal.redraws()) {
            draw(text);
        } else {
            say(text);
        }
    }

    @Override
    public void ended(HeapSearch search) {
        if (quiet) {
            return;
        }
        if (terminal.redraws()) {
            draw("");
        }
        say(place + ": "
                + search.minimum()
                        .map(heap -> heap.forJvm())
                        .orElseGet(() -> Safe.text(search.reason().orElse(""))));
    }

    private void draw(String text) {
        terminal.err().print("\r\u001b[K" + text);
        terminal.err().flush();
    }

    private void say(String text) {
        terminal.err().println("memcmp: " + text);
        terminal.err().flush();
    }
}
