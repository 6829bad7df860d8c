package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code analyze} will not do, it says in words; what it put on the disk for a while is gone. */
final class AnalyzeRefusalTest {
    private static final byte[] MAGIC = {'F', 'L', 'R', 0};
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path place = Path.of("");

    @Test
    void whatIsNotThereIsRefused() {
        var missing = place.resolve("missing.jfr").toString();
        Memcmp.run("analyze", missing).isRefusal("no such recording: " + missing, "name a .jfr or .jfr.gz file");
        var nothing = Memcmp.run("analyze");
        assertEquals(2, nothing.status());
        assertTrue(nothing.err().startsWith("memcmp: missing required parameter: 'FILE|DIR'"), nothing.err());
    }

    @Test
    void aDirectoryWithoutRecordingsIsRefused() throws IOException {
        Files.writeString(place.resolve("notes.txt"), "nothing");
        Memcmp.run("analyze", place.toString()).isRefusal("no recording in " + place, "name a directory that holds");
    }

    @ParameterizedTest
    @CsvSource({"'', empty", "F, no JFR recording", "just text, no JFR recording"})
    void aFileThatIsNoRecordingIsRefused(String content, String problem) throws IOException {
        var file = Files.writeString(place.resolve("app.jfr"), content);
        var answer = Memcmp.run("analyze", file.toString());
        answer.isRefusal(file + " is ", "name a file that JFR wrote");
        assertTrue(answer.err().contains(problem), answer.err());
    }

    @Test
    void whatIsPackedAndNoRecordingIsRefused() throws IOException {
        var packed = place.resolve("app.jfr.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("just text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Memcmp.run("analyze", packed.toString())
                .isRefusal(packed + " is no JFR recording", "name a file that JFR wrote");
        var header = Files.write(place.resolve("header.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
        Memcmp.run("analyze", header.toString()).isRefusal(header + " is damaged", "name a file that JFR wrote");
        Memcmp.run("analyze", "-").isRefusal("standard input is empty", "name a file that JFR wrote");
    }

    @ParameterizedTest
    @CsvSource({
        "--top, 0, --top must be at least 1: 0, leave it out",
        "--depth, 0, --depth must be at least 1: 0, leave it out",
        "--from, noon, not a moment of a recording: noon, write the time since its beginning",
        "--to, 10 bananas, not a moment of a recording: 10 bananas, write the time since its beginning"
    })
    void aValueThatIsNoneIsRefused(String option, String value, String problem, String remedy) throws IOException {
        Memcmp.run("analyze", recording("app.jfr").toString(), option, value).isRefusal(problem, remedy);
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() throws IOException {
        var file = recording("app.jfr").toString();
        Memcmp.run("analyze", "--from", "90s", "--to", "1m20s", file)
                .isRefusal("--from is later than --to", "exchange them");
        Memcmp.run("analyze", "--from", "2026-11-23T10:00:01Z", "--to", "2026-11-23T10:00:00Z", file)
                .isRefusal("--from is later than --to", "exchange them");
    }

    @Test
    void stacksHaveOnePlaceAndComeFromOneRecording() throws IOException {
        var file = recording("app.jfr").toString();
        var other = recording("other.jfr").toString();
        var flame = place.resolve("flame").toString();
        Memcmp.run("analyze", "--flame", flame, file, other)
                .isRefusal("--flame is for one recording, here are 2", "name one file, or add --merge");
        Memcmp.run("analyze", "--flame", "-", file)
                .isRefusal("--flame - and the report both want standard output", "give one of them a file");
        Memcmp.run("analyze", "--flame", "-", "--json", "-", "--output", flame, file)
                .isRefusal("--flame - and the report both want standard output", "give one of them a file");
        Memcmp.run("analyze", "--flame", flame, "--output", flame, file)
                .isRefusal("--flame and the report name the same file", "give each a file of its own");
        var nowhere = place.resolve("no/flame").toString();
        Memcmp.run("analyze", "--flame", nowhere, file)
                .isRefusal("cannot write " + nowhere + ": no such directory", "make the directory");
        assertFalse(Files.exists(Path.of(flame)), "what was claimed is given back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output", "--json", "--flame"})
    void whatIsReadIsNeverOverwritten(String option) throws IOException {
        var file = recording("app.jfr");
        var link = Files.createSymbolicLink(place.resolve("link"), file);
        var twin = Files.createLink(place.resolve("twin"), file);
        for (var target : List.of(file, link, twin, place.resolve("./app.jfr"))) {
            for (var source : List.of(file, link, place)) {
                Memcmp.run("analyze", "--force", option, target.toString(), source.toString())
                        .isRefusal("will not overwrite " + target + ": it is a recording", "name another file");
                assertArrayEquals(MAGIC, Files.readAllBytes(file));
            }
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /dev/full")
    void whoeverHasReadEnoughHearsNoComplaintAFullDiskDoes() throws Exception {
        var many = Memcmp.shell(place, "list metrics --format json", "| :");
        assertEquals("", many.err());
        assertEquals("", Memcmp.shell(place, "--help", "| :").err());
        assertTrue(
                Memcmp.shell(place, "list metrics", "> /dev/full").err().contains("cannot write to standard output"));
    }

    @Test
    void whereNoTemporaryFileCanBeMadeIsSaid() throws Exception {
        var packed = packed(1);
        var variables = Map.of("TMPDIR", place.resolve("missing").toString());
        var answer = Memcmp.answer(Memcmp.start(place, variables, List.of("analyze", packed.toString())), place);
        answer.isRefusal("no temporary file can be made in ", "make room, or name another directory");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "mounts a small file system")
    void whatIsPackedSmallDoesNotFillTheDisk() throws Exception {
        var small = Files.createDirectory(place.resolve("small"));
        assumeTrue(succeeds("mount", "-t", "tmpfs", "-o", "size=8m", "memcmp-test", small.toString()), "may not mount");
        try {
            var variables = Map.of("TMPDIR", small.toString());
            var answer = Memcmp.answer(
                    Memcmp.start(
                            place,
                            variables,
                            List.of("analyze", packed(64 << 20).toString())),
                    place);
            answer.isRefusal("no room to unpack ", "make room, or name another directory in the variable TMPDIR");
            try (var left = Files.list(small)) {
                assertEquals(List.of(), left.toList());
            }
        } finally {
            assertTrue(succeeds("umount", "-l", small.toString()));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sends signals and reads /proc")
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void ctrlCLeavesNoTemporaryFile() throws Exception {
        var temporary = Files.createDirectory(place.resolve("tmp"));
        var memcmp = Memcmp.start(place, Map.of("TMPDIR", temporary.toString()), List.of("analyze", "-"));
        try {
            assumeFalse(InterruptionTest.ignoresInterrupts(memcmp.pid()), "the tests run where Ctrl-C is ignored");
            memcmp.getOutputStream().write(MAGIC);
            memcmp.getOutputStream().flush();
            for (int i = 0; i < PATIENCE_SECONDS * 20 && isEmpty(temporary); i++) {
                assertTrue(memcmp.isAlive(), () -> "memcmp ended with " + memcmp.exitValue());
                Thread.sleep(50);
            }
            assertFalse(isEmpty(temporary), "nothing was unpacked");
            assertTrue(succeeds("kill", "-INT", Long.toString(memcmp.pid())));
            assertEquals(130, Memcmp.answer(memcmp, place).status());
            assertTrue(isEmpty(temporary));
        } finally {
            memcmp.destroyForcibly();
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    /** What begins like a recording; nobody gets so far as to read it. */
    private Path recording(String name) throws IOException {
        return Files.write(place.resolve(name), MAGIC);
    }

    private Path packed(int zeros) throws IOException {
        var packed = place.resolve("packed.jfr.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(MAGIC);
            out.write(new byte[zeros]);
        }
        return packed;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
