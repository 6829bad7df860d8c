package io.memcmp.probe;

import java.util.Set;

/**
 * What JFR calls whenever it closes a chunk.
 *
 * <p>The live set at exit is taken here too, and the heap dump, not in a shutdown hook of the probe's own: hooks run side by side, and JFR's
 * would often have ended the recording before the histogram was there. JFR's own hook closes the last chunk, calls this,
 * and only then ends the recording.
 */
final class ChunkEnd implements Runnable {

    private final ActiveProbe probe;
    private final boolean liveSetAtExit;
    private boolean taken;

    ChunkEnd(ActiveProbe probe, boolean liveSetAtExit) {
        this.probe = probe;
        this.liveSetAtExit = liveSetAtExit;
    }

    @Override
    public synchronized void run() {
        try {
            probe.chunkEnd();
            if (!taken && shuttingDown()) {
                taken = true;
                if (liveSetAtExit) {
                    probe.liveSet(Point.EXIT, Set.of());
                }
                probe.shutDown();
            }
        } catch (RuntimeException | Error e) {
            Probe.complain(e);
        }
    }

    private static boolean shuttingDown() {
        var nothing = new Thread(() -> {}, "memcmp asks whether the machine is shutting down");
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
