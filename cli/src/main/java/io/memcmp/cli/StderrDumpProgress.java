package io.memcmp.cli;

import io.memcmp.heaps.DumpListener;
import io.memcmp.heaps.Room;
import io.memcmp.render.Safe;
import java.time.Duration;
import java.util.Optional;

/** The reading of heap dumps, for a person: what it takes up front, then a line that is drawn over. */
final class StderrDumpProgress implements DumpListener {
    private final Terminal terminal;
    private final boolean quiet;
    private String name = "";
    private String place = "";
    private String told = "";

    StderrDumpProgress(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    @Override
    public void started(int number, int of, String name) {
        this.name = Safe.text(name);
        place = (of == 1 ? "" : number + "/" + of + " ") + "reading " + this.name;
        told = "";
    }

    @Override
    public void needs(long bytes) {
        if (quiet) {
            return;
        }
        clear();
        terminal.err().println("memcmp: " + place + ": needs about " + Room.size(bytes) + " of memory for this dump");
        terminal.err().flush();
    }

    @Override
    public void at(String doing, int percent, Optional<Duration> left) {
        if (quiet || !terminal.redraws()) {
            return;
        }
        var text = place + ": " + percent + " %, " + doing
                + left.map(rest -> ", about " + rest.plusSeconds(1).toSeconds() + " s left")
                        .orElse("");
        if (!text.equals(told)) {
            told = text;
            terminal.err().print("\r\u001b[K" + text);
            terminal.err().flush();
        }
    }

    @Override
    public void remark(String text) {
        clear();
        terminal.err().println("memcmp: " + name + ": " + Safe.text(text));
        terminal.err().flush();
    }

    @Override
    public void ended() {
        clear();
    }

    private void clear() {
        if (!told.isEmpty()) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            told = "";
        }
    }
}
