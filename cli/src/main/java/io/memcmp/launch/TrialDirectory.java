package io.memcmp.launch;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The files of one trial.
 *
 * @param path the directory
 */
public record TrialDirectory(Path path) {
    private static final Pattern EACH_GC_LOG = Pattern.compile("gc-\\d+\\.log");

    /** {@return the recording, once the trial has ended} */
    public Path recording() {
        return path.resolve("recording.jfr");
    }

    /** {@return the collector's log, the witness that survives every ending} */
    public Path gcLog() {
        return path.resolve("gc.log");
    }

    /** {@return what the program wrote to its standard output} */
    public Path stdout() {
        return path.resolve("stdout");
    }

    /** {@return what the program wrote to its standard error} */
    public Path stderr() {
        return path.resolve("stderr");
    }

    /** {@return the JVM's own account of a crash} */
    public Path crash() {
        return path.resolve("hs_err.log");
    }

    /** {@return the heap at the quiet point, or when the program ended; a dump that is there is whole} */
    public Path heapDump() {
        return path.resolve("heap.hprof");
    }

    /** {@return the heap when memory had run out; a dump that is there is whole} */
    public Path outOfMemoryDump() {
        return path.resolve("heap-oom.hprof");
    }

    Path finished() {
        return path.resolve("jfr");
    }

    Path repository() {
        return path.resolve("repository");
    }

    Path pids() {
        return path.resolve("jvms");
    }

    /** Where JVMs write heap dumps. */
    Path dumps() {
        return path.resolve("dumps");
    }

    /** Where the probe of each JVM leaves its dump: {@code %p} is the process id. */
    Path dumpOfEach() {
        return dumps().resolve(HeapDumpFiles.OF_PROBE + "%p.hprof");
    }

    /** Where the probe has each JVM write out its recording, which nobody needs. */
    Path samplesOfEach() {
        return dumps().resolve("quiet-%p.jfr");
    }

    /** {@return where each JVM of a script logs: {@code %p} is its process id} */
    Path gcLogOfEach() {
        return path.resolve("gc-%p.log");
    }

    /** A script that started one JVM left one log, which is the trial's; of several none speaks for the trial. */
    void keepOneGcLog() throws IOException {
        try (var files = Files.list(path)) {
            var logs = files.filter(file ->
                            EACH_GC_LOG.matcher(file.getFileName().toString()).matches())
                    .toList();
            if (logs.size() == 1) {
                Files.move(logs.getFirst(), gcLog(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What a trial left that did not come to its end belongs to nobody. */
    void create() throws IOException {
        removeTree(path);
        for (var directory : List.of(path, finished(), repository(), pids(), dumps())) {
            Files.createDirectories(directory);
        }
    }

    /** Removes what was only needed while the trial ran. */
    void removeScaffolding() throws IOException {
        for (var directory : List.of(finished(), repository(), pids(), dumps())) {
            removeTree(directory);
        }
    }

    /**
     * Removes it and all below it.
     *
     * @throws IOException if it cannot be removed
     */
    public void remove() throws IOException {
        removeTree(path);
    }

    /** Removes a directory and all below it; what a dying JVM is still taking away itself is no error. */
    static void removeTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var tree = Files.walk(directory)) {
            for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
                try {
                    Files.deleteIfExists(file);
                } catch (DirectoryNotEmptyException | NoSuchFileException _) {
                    // a straggler wrote or removed something meanwhile
                }
            }
        }
    }
}
