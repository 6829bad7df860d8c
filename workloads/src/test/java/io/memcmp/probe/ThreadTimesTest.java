package io.memcmp.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadTimesTest {

    @TempDir
    Path tasks;

    @Test
    void threadsOfOneNameAreCountedTogether() throws IOException {
        task("1", "java", "schedstat", "1500 20 3\n");
        task("2", "GC Thread#0", "schedstat", "700 20 3\n");
        task("3", "java", "schedstat", "500 20 3\n");
        assertEquals(
                Map.of("java", new ThreadTimes.Total(2, 2000), "GC Thread#0", new ThreadTimes.Total(1, 700)),
                ThreadTimes.read(tasks));
    }

    @Test
    void withoutSchedulerStatisticsTheTicksCount() throws IOException {
        task("1", "odd) name", "stat", "1 (odd) name) S 0 1 1 0 -1 4194560 9 8 7 6 30 12 0 0 20 0 1 0 99\n");
        assertEquals(Map.of("odd) name", new ThreadTimes.Total(1, 420_000_000)), ThreadTimes.read(tasks));
    }

    @Test
    void aThreadThatHasEndedIsLeftOut() throws IOException {
        Files.createDirectory(tasks.resolve("1"));
        assertEquals(Map.of(), ThreadTimes.read(tasks));
    }

    @Test
    void elsewhereThanOnLinuxThereIsNothingToRead() {
        assertEquals(Map.of(), ThreadTimes.read(tasks.resolve("missing")));
    }

    private void task(String id, String name, String file, String content) throws IOException {
        Path task = Files.createDirectory(tasks.resolve(id));
        Files.writeString(task.resolve("comm"), name + "\n");
        Files.writeString(task.resolve(file), content);
    }
}
