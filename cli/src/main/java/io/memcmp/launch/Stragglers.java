package io.memcmp.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** JVMs that a script left running: they end with its trial, so that they do not disturb the next one. */
final class Stragglers {

    private static final Duration GRACE = Duration.ofSeconds(10);
    /** The system counts starts in ticks, and a file's time is not more exact than that. */
    private static final Duration CLOCK = Duration.ofSeconds(1);

    private Stragglers() {}

    /**
     * {@return how many there were} They are asked first, so that their recordings are closed in order.
     *
     * @param markers the directory in which the probe left the process ids
     */
    static int end(Path markers) throws IOException, InterruptedException {
        List<ProcessHandle> running;
        try (var files = Files.list(markers)) {
            running = files.flatMap(marker -> process(marker).stream()).toList();
        }
        running.forEach(ProcessHandle::destroy);
        var ended = CompletableFuture.allOf(
                running.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        try {
            ended.get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            running.forEach(ProcessHandle::destroyForcibly);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return running.size();
    }

    private static Optional<ProcessHandle> process(Path marker) {
        var digits = marker.getFileName().toString().replaceAll("\\D", "");
        return digits.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(digits)).filter(process -> wrote(process, marker));
    }

    /** Process ids are used again: one that began after the marker was made is somebody else. */
    private static boolean wrote(ProcessHandle process, Path marker) {
        try {
            var made = Files.getLastModifiedTime(marker).toInstant().plus(CLOCK);
            return process.isAlive()
                    && process.info().startInstant().orElse(Instant.MAX).isBefore(made);
        } catch (IOException _) {
            return false;
        }
    }
}
