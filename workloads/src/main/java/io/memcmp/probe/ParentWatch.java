package io.memcmp.probe;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Ends this process when the one that measures it is gone, so that no measured program runs on by itself. */
final class ParentWatch {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int TERMINATED = 143;

    private final long pid;
    private final Optional<ProcessHandle> parent;

    private ParentWatch(long pid) {
        this.pid = pid;
        this.parent = ProcessHandle.of(pid);
    }

    /** Tells the parent of this process and this process of its parent, as far as is wished. */
    static void begin(Options options) throws IOException {
        if (options.pidDirectory().isPresent()) {
            leavePid(options.pidDirectory().get());
        }
        if (options.parent().isPresent()) {
            new ParentWatch(options.parent().getAsLong()).start();
        }
    }

    private static void leavePid(Path directory) throws IOException {
        try {
            Files.createFile(directory.resolve("jvm-" + ProcessHandle.current().pid()));
        } catch (FileAlreadyExistsException e) {
            // left by a process of the same number: it says all there is to say
        }
    }

    private void start() {
        daemon("memcmp parent watch", this::watch);
    }

    private void watch() {
        try {
            while (alive()) {
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            return; // somebody who ends all threads of the program
        }
        daemon("memcmp halt", ParentWatch::haltAfterGrace);
        System.exit(TERMINATED);
    }

    /** A process that ended and that nobody waited for still has a number, and is as good as gone. */
    private boolean alive() {
        return parent.isPresent()
                && parent.get().isAlive()
                && ProcFile.stat(Path.of("/proc", Long.toString(pid), "stat"))
                        .filter(fields -> fields[0].equals("Z"))
                        .isEmpty();
    }

    /** Shutdown hooks of the program may never return. */
    private static void haltAfterGrace() {
        try {
            Thread.sleep(GRACE.toMillis());
        } catch (InterruptedException e) {
            // then at once
        }
        Runtime.getRuntime().halt(TERMINATED);
    }

    private static void daemon(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
