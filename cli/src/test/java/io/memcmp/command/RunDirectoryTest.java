package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.memcmp.programs.Ends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What memcmp writes where, what it replaces, and what it does when there is no room. */
final class RunDirectoryTest {

    @TempDir
    Path place = Path.of("");

    @Test
    void anEmptyDirectoryIsTakenAnEarlierRunOnlyByForceAndTheRestNever() throws IOException {
        var run = Files.createDirectory(place.resolve("run"));
        measure(run).hasStatus(0);
        var first = Files.readString(run.resolve("report.json"));
        measure(run).isRefusal("the run directory exists: " + run, "choose another with --out DIR, or replace it");
        assertEquals(first, Files.readString(run.resolve("report.json")));
        measure(run, "--force").hasStatus(0);
        assertFalse(first.equals(Files.readString(run.resolve("report.json"))));

        var notes = Files.writeString(run.resolve("notes.txt"), "precious");
        measure(run, "--force").isRefusal("will not replace " + run, "choose another with --out DIR");
        assertEquals("precious", Files.readString(notes));
        assertTrue(Files.exists(run.resolve("report.json")));
    }

    @Test
    void whatIsNoRunIsNeverReplaced() throws IOException {
        var mine = Files.createDirectory(place.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "precious");
        measure(mine).isRefusal("the run directory exists: " + mine, "choose another with --out DIR");
        measure(mine, "--force").isRefusal("will not replace " + mine, "choose another with --out DIR");
        var file = mine.resolve("thesis.txt");
        measure(file, "--force").isRefusal("not a directory: " + file, "choose another with --out DIR");
        measure(file.resolve("run")).isRefusal("cannot write the run directory", "choose another with --out DIR");
        measure(place.resolve("a,b"))
                .isRefusal("the run directory's path holds one of , ; :", "choose another with --out");
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void aPathWithBlanksAndUmlautsIsAsGoodAsAny() {
        var answer = measure(place.resolve("mein Ordner/Läufe"));
        answer.hasStatus(0);
        assertTrue(Files.exists(place.resolve("mein Ordner/Läufe/report.json")));
        assertTrue(Files.exists(Path.of(answer.trial().get("directory").asText(), "recording.jfr")));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /dev/full")
    void aReportThatFindsNoRoomIsToldAndTheTrialsAreKept() {
        var run = place.resolve("run");
        var line = new ArrayList<>(List.of("--out", run.toString(), "--gc", "serial", "--output", "/dev/full"));
        var answer = Memcmp.run(Memcmp.measuring(line, Ends.class, "0"));
        answer.isRefusal("cannot write /dev/full: ", "make room, or name another file; the trials are kept");
        assertTrue(Files.exists(run.resolve("report.json")));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "mounts a small file system")
    void aDiskThatFillsUpEndsTheRunWithFinishedTrialsKept() throws IOException, InterruptedException {
        var small = Files.createDirectory(place.resolve("small"));
        assumeTrue(succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "memcmp-test", small.toString()), "may not mount");
        try {
            var run = small.resolve("run");
            var answer = Memcmp.run(
                    "run",
                    "--quiet",
                    "--workload",
                    "linked-list",
                    "-p",
                    "nodes=1000",
                    "--gc",
                    "serial",
                    "--repeat",
                    "9",
                    "--out",
                    run.toString(),
                    "--json",
                    "-");
            assertEquals(2, answer.status(), answer.err());
            assertTrue(answer.err().startsWith("memcmp: cannot write "), answer.err());
            assertTrue(answer.err().contains("\n        make room on the disk"), answer.err());
            assertFalse(answer.err().contains("\tat "), answer.err());
            var finished = Files.readAllLines(run.resolve("trials.ndjson"));
            assertFalse(finished.isEmpty());
            finished.stream().limit(finished.size() - 1).forEach(Answer::parse);
        } finally {
            assertTrue(succeeds("umount", "-l", small.toString()));
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Answer measure(Path run, String... options) {
        var all = new ArrayList<>(List.of("--out", run.toString(), "--gc", "serial", "--json", "-"));
        all.addAll(List.of(options));
        return Memcmp.run(Memcmp.measuring(all, Ends.class, "0"));
    }
}
