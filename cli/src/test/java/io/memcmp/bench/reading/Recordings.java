package io.memcmp.bench.reading;

import io.memcmp.launch.JdkFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes the recordings of the benchmark, each with a virtual machine of its own, and keeps them in one directory. */
final class Recordings {
    /** A machine that records nothing must not keep the benchmark waiting. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Reading is measured by events, so every one that allocates or collects is recorded, with its stack. */
    private static final List<String> DENSE = List.of(
            "jdk.ObjectAllocationSample#throttle=off",
            "jdk.ObjectAllocationInNewTLAB#enabled=true",
            "jdk.ObjectAllocationOutsideTLAB#enabled=true",
            "jdk.ExecutionSample#period=1ms",
            "jdk.GCPhaseParallel#enabled=true",
            "jdk.GCPhaseParallel#threshold=0ms",
            "jdk.GCPhasePauseLevel3#enabled=true",
            "jdk.GCPhasePauseLevel3#threshold=0ms",
            "jdk.PromoteObjectInNewPLAB#enabled=true",
            "jdk.PromoteObjectOutsidePLAB#enabled=true",
            "jdk.JavaMonitorEnter#threshold=0ms");

    private final JdkFinder jdks = JdkFinder.ofThisProcess();
    private final Path directory;
    private final String programClassPath;

    Recordings(Path directory, String programClassPath) {
        this.directory = directory;
        this.programClassPath = programClassPath;
    }

    /**
     * {@return the recording, made now unless an earlier run kept it}
     *
     * @param kind which one
     */
    Path get(Kind kind) throws IOException, InterruptedException {
        var file = file(kind);
        if (!Files.exists(file)) {
            System.err.println("making " + file);
            var unfinished = directory.resolve(kind.id() + ".unfinished");
            if (kind.size().copies() > 1) {
                Chunks.repeat(get(kind.part()), kind.size().copies(), unfinished);
            } else {
                record(kind, unfinished);
            }
            Files.move(unfinished, file);
        }
        return file;
    }

    /**
     * {@return whether it is there, or there is a JDK to make it}
     *
     * @param kind which one
     */
    boolean has(Kind kind) {
        return Files.exists(file(kind)) || jdks.all().stream().anyMatch(jdk -> jdk.feature() == kind.feature());
    }

    private Path file(Kind kind) {
        return directory.resolve(kind.id() + ".jfr");
    }

    private void record(Kind kind, Path file) throws IOException, InterruptedException {
        var repository = Files.createTempDirectory("memcmp-repository");
        try {
            var child = new ProcessBuilder(command(kind, file, repository))
                    .redirectErrorStream(true)
                    .redirectOutput(repository.resolve("log").toFile())
                    .start();
            try (var stop = child.getOutputStream()) {
                waitUntilRecorded(child, repository, kind.size().recorded());
                stop.flush();
            }
            if (!child.waitFor(1, TimeUnit.MINUTES) || child.exitValue() != 0) {
                child.destroyForcibly().waitFor();
                throw new IOException(
                        "no recording of " + kind.id() + ": " + Files.readString(repository.resolve("log")));
            }
        } finally {
            delete(repository);
        }
    }

    private List<String> command(Kind kind, Path file, Path repository) {
        boolean plain = kind.size() == Kind.Size.PLAIN;
        var jdk = jdks.find(Integer.toString(kind.feature()));
        var words = new ArrayList<String>();
        words.add(jdk.java().toString());
        words.addAll(kind.collector().flags(kind.feature()));
        words.addAll(List.of("-Xms128m", "-Xmx128m"));
        if (!plain) {
            words.addAll(List.of("-XX:TLABSize=4k", "-XX:-ResizeTLAB")); // many buffers, many events
        }
        words.add("-XX:FlightRecorderOptions:stackdepth=64,repository=" + repository);
        // maxsize=0: without it, the oldest chunks are thrown away beyond 250 MB
        words.add(String.format(
                Locale.ROOT,
                "-XX:StartFlightRecording:filename=%s,maxsize=0,settings=profile%s",
                file,
                plain ? "" : "," + String.join(",", DENSE)));
        words.addAll(List.of("-cp", programClassPath, "io.memcmp.bench.BusyProgram"));
        words.addAll(plain ? List.of("2", "2000", "100") : List.of("4", "4000", "0"));
        return words;
    }

    private static void waitUntilRecorded(Process child, Path repository, long bytes)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (child.isAlive() && size(repository) < bytes && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toFile)
                    .mapToLong(file -> file.isFile() ? file.length() : 0)
                    .sum();
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
