package io.memcmp.cli;

import io.memcmp.recordings.ReadingProgress;
import io.memcmp.render.Safe;

/** Progress of reading, for a person: a line that is drawn over, and only where reading takes long enough to wonder. */
final class AnalysisProgress implements ReadingProgress {
    private static final long LARGE = 64L << 20;
    /** Where no line can be drawn over, a word now and then. */
    private static final int STEP = 25;

    private final Terminal terminal;
    private final boolean quiet;
    private String place = "";
    private long size;
    private long told;

    AnalysisProgress(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    @Override
    public void started(int number, int of, String name, long bytes) {
        place = (of == 1 ? "" : number + "/" + of + " ") + "reading " + Safe.text(name);
        size = bytes;
        told = -1;
    }

    @Override
    public void read(long bytes) {
        if (quiet || size < LARGE) {
            return;
        }
        long percent = Math.min(100, bytes * 100 / size);
        if (terminal.redraws()) {
            if (percent > told) {
                tell("\r\u001b[K" + place + ": " + percent + " %", percent);
            }
        } else if (percent / STEP > Math.max(0, told) / STEP) {
            tell("memcmp: " + place + ": " + percent + " %" + System.lineSeparator(), percent);
        }
    }

    private void tell(String text, long percent) {
        terminal.err().print(text);
        terminal.err().flush();
        told = percent;
    }

    @Override
    public void ended() {
        if (told >= 0 && terminal.redraws()) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
