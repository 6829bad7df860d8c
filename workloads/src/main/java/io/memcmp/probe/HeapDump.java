package io.memcmp.probe;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One heap dump of this process: at the quiet point of a bundled workload, or when any other program ends. It is written
 * under another name beside its own and gets its own when it is whole, so that a process that is killed meanwhile leaves no
 * half a dump that looks like a whole one.
 */
final class HeapDump {

    private static final String UNFINISHED = "unfinished-";

    private final Optional<Path> file;
    private boolean mayBeAtExit = true;

    HeapDump(Optional<Path> file) {
        this.file = file;
    }

    /** A workload marks the moment itself; when it ends it has let go of what it held. */
    void onlyAtTheQuietPoint() {
        mayBeAtExit = false;
    }

    void writeAtExit() {
        if (mayBeAtExit) {
            write();
        }
    }

    /** Writes what is reachable, or one line on the standard error. */
    @SuppressWarnings("CatchingUnchecked") // whatever went wrong, the program is not to suffer from it
    void write() {
        if (file.isEmpty()) {
            return;
        }
        try {
            write(file.get());
        } catch (IOException | RuntimeException | Error e) {
            System.err.println("memcmp probe: no heap dump " + file.get() + ": " + e);
        }
    }

    private static void write(Path whole) throws IOException {
        if (Files.exists(whole)) {
            throw new FileAlreadyExistsException(whole.toString());
        }
        var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null) {
            throw new UnsupportedOperationException("this virtual machine cannot write one");
        }
        // No createTempFile: its random names load half a megabyte of security providers, which would stand in the
        // dump.
        Path unfinished = whole.resolveSibling(UNFINISHED + whole.getFileName());
        Files.deleteIfExists(unfinished); // the machine insists on making the file itself
        try {
            // A collector that never collects cannot tell what is reachable either.
            machine.dumpHeap(unfinished.toString(), !Probe.neverCollects());
            Files.move(unfinished, whole);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
