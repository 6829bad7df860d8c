package io.memcmp.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Touches the classes that commands load, so that the AOT cache holds them: short ones, a small run, its recording. */
final class Training {
    private final Terminal terminal;

    Training(Terminal terminal) {
        this.terminal = terminal;
    }

    void walk() throws IOException {
        command("--help");
        command("run", "--help");
        command("analyze", "--help");
        command("--version");
        command("list", "workloads");
        command("list", "metrics", "--json", "-");
        command("list", "formats", "--format", "markdown");
        command("list", "collectors", "--format", "csv");
        var directory = Files.createTempDirectory("memcmp-training");
        try {
            recordings(directory.resolve("run"));
        } finally {
            remove(directory);
        }
    }

    /** A run that goes wrong trains less, and an installation does not fail of it. */
    private void recordings(Path run) {
        command("run", "-q", "-w", "linked-list", "-p", "nodes=100_000", "--gc", "g1", "--out", run.toString());
        command("analyze", run.toString());
        command("analyze", "-v", "--flame", run.resolve("stacks").toString(), run.toString());
        command("analyze", "--json", "-", run.toString());
    }

    private void command(String... words) {
        Main.commandLine(terminal).execute(words);
    }

    private static void remove(Path directory) throws IOException {
        try (var tree = Files.walk(directory)) {
            tree.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException stays) {
                    throw new UncheckedIOException(stays);
                }
            });
        }
    }
}
