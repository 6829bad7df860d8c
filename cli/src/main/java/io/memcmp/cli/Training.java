package io.memcmp.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Touches the classes that commands load, so that the AOT cache holds them. No run of a workload: it makes the cache larger,
 * and against the seconds of a run its start does not count.
 */
final class Training {
    private final Terminal terminal;

    Training(Terminal terminal) {
        this.terminal = terminal;
    }

    void walk() throws IOException, InterruptedException {
        command("--help");
        command("run", "--help");
        command("analyze", "--help");
        command("--version");
        command("list", "workloads");
        command("list", "metrics", "--json", "-");
        command("list", "formats", "--format", "markdown");
        command("list", "collectors", "--format", "csv");
        var recording = Files.createTempFile("memcmp-training", ".jfr");
        try {
            record(recording);
            command("analyze", "-v", recording.toString());
            command("analyze", "--json", "-", recording.toString());
        } finally {
            Files.deleteIfExists(recording);
        }
        heapDump();
    }

    /** Reading a dump is work for the compiler: the cache also holds what it learns here, and starts from that. */
    private void heapDump() throws IOException {
        var directory = Files.createTempDirectory("memcmp-training");
        var dump = directory.resolve("memcmp.hprof");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
            command("heap", dump.toString());
            command("heap", "--json", "-", dump.toString());
        } finally {
            Files.deleteIfExists(dump);
            Files.delete(directory);
        }
    }

    /** In a JVM of its own: this one is to hold what an analysis needs, and no recorder. */
    private static void record(Path recording) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:StartFlightRecording:settings=profile,filename=" + recording,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "list",
                        "metrics",
                        "--json",
                        "-")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private void command(String... words) {
        Main.commandLine(terminal).execute(words);
    }
}
