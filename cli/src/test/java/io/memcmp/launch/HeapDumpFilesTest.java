package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeapDumpFilesTest {
    private static final byte[] END = {0x2C, 1, 2, 3, 4, 0, 0, 0, 0};

    @TempDir
    Path place = Path.of("");

    private TrialDirectory files = new TrialDirectory(place);

    @BeforeEach
    void create() throws IOException {
        files = new TrialDirectory(place.resolve("trial"));
        files.create();
    }

    private byte[] dump(String name, int length, boolean whole) throws IOException {
        var bytes = new byte[length];
        if (whole) {
            System.arraycopy(END, 0, bytes, length - END.length, END.length);
        }
        Files.write(files.dumps().resolve(name), bytes);
        return bytes;
    }

    @Test
    void theMomentsAreKeptApart() throws IOException {
        var quiet = dump("heap-17.hprof", 100, true);
        var full = dump("java_pid17.hprof", 200, true);
        assertEquals(List.of(), HeapDumpFiles.bringHome(files, ""));
        files.removeScaffolding();
        assertArrayEquals(quiet, Files.readAllBytes(files.heapDump()));
        assertArrayEquals(full, Files.readAllBytes(files.outOfMemoryDump()));
    }

    @Test
    void ofSeveralJvmsTheLargestSpeaks() throws IOException {
        dump("heap-1.hprof", 50, true);
        var largest = dump("heap-2.hprof", 500, true);
        dump("heap-3.hprof", 60, true);
        assertEquals(
                List.of("3 of the JVMs of this trial left a heap dump; the largest is kept"),
                HeapDumpFiles.bringHome(files, ""));
        assertArrayEquals(largest, Files.readAllBytes(files.heapDump()));
    }

    @Test
    void whatWasCutOffIsNotKept() throws IOException {
        dump("unfinished-1-heap-1.hprof", 100, true);
        dump("java_pid1.hprof", 100, false);
        dump("java_pid2.hprof", 5, false);
        dump("java_pid3.hprof", 0, false);
        assertEquals(
                List.of("a heap dump was begun and not finished, and is not kept"), HeapDumpFiles.bringHome(files, ""));
        files.removeScaffolding();
        assertFalse(Files.exists(files.heapDump()));
        assertFalse(Files.exists(files.outOfMemoryDump()));
        try (var left = Files.list(files.path())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatTheProbeComplainsOfIsARemark() throws IOException {
        var written = "something\nmemcmp probe: no heap dump /a/heap-1.hprof: No space left on device\nelse\n";
        assertEquals(
                List.of("no heap dump /a/heap-1.hprof: No space left on device"),
                HeapDumpFiles.bringHome(files, written));
    }
}
