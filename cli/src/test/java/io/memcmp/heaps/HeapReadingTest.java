package io.memcmp.heaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.made.RealDump;
import io.memcmp.plan.UserError;
import io.memcmp.recordings.Unpacked;
import io.memcmp.result.DumpOptions;
import io.memcmp.result.DumpReport;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapReadingTest {
    @TempDir
    static Path place = Path.of("");

    private static Path dump = Path.of("");

    private final Heard heard = new Heard();

    @BeforeAll
    static void dump() throws Exception {
        dump = RealDump.of(place, Path.of(System.getProperty("java.home")), 20);
    }

    private static final class Heard implements DumpListener {
        private final List<String> events = new ArrayList<>();
        private final List<Integer> percents = new ArrayList<>();
        private long needs = -1;

        @Override
        public void started(int number, int of, String name) {
            events.add("started " + number + "/" + of);
        }

        @Override
        public void needs(long bytes) {
            needs = bytes;
        }

        @Override
        public void at(String doing, int percent, Optional<Duration> left) {
            percents.add(percent);
        }

        @Override
        public void remark(String text) {
            events.add(text);
        }

        @Override
        public void ended() {
            events.add("ended");
        }
    }

    private static DumpOptions options(boolean quick, DumpOptions.Questions questions) {
        return new DumpOptions(
                References.STRONG, quick, 10, new DumpOptions.Tree(4, 5, 0.01), 0.1, false, false, questions);
    }

    private DumpReport read(Room room, boolean quick) {
        var wishes = new HeapReading.Wishes(options(quick, DumpOptions.Questions.NONE), false, List.of());
        try (var unpacked = Unpacked.ofHeapDumps(InputStream.nullInputStream(), place)) {
            return new HeapReading(wishes, room, unpacked, heard)
                    .run(DumpFile.of(List.of(dump.toString())), "0.0", Instant.EPOCH);
        }
    }

    @Test
    void whatItTakesIsSaidAndRefusedWhereThereIsLess() {
        var refused = assertThrows(
                UserError.class, () -> read(new Room(OptionalLong.of(1000), Long.MAX_VALUE, false), false));
        assertTrue(
                Objects.requireNonNull(refused.getMessage())
                        .matches(".*hprof takes about [0-9,]+ MiB of memory to read, and 1 MiB are free"),
                Objects.requireNonNull(refused.getMessage()));
        assertTrue(refused.remedy().contains("--anyway"));
        assertTrue(heard.needs > 1000, "needs " + heard.needs);
        assertEquals(List.of("started 1/1", "ended"), heard.events);
    }

    @Test
    void aJavaHeapThatIsTooSmallIsSaid() {
        var refused = assertThrows(UserError.class, () -> read(new Room(OptionalLong.empty(), 1000, false), false));
        var problem = Objects.requireNonNull(refused.getMessage());
        assertTrue(problem.endsWith("of memory to read, and memcmp's Java heap may grow by 1 MiB"), problem);
        assertTrue(refused.remedy().matches("give .* MEMCMP_JAVA_OPTIONS=-Xmx[0-9]{3,}m, .*"), refused.remedy());
    }

    @Test
    void itIsTriedAllTheSameByWhomInsists() {
        var report = read(new Room(OptionalLong.of(1000), Long.MAX_VALUE, true), false);
        assertEquals(1, report.read().size());
        assertEquals(
                Optional.of(heard.needs),
                report.read().getFirst().contents().needsBytes().present());
    }

    @Test
    void aSystemThatDoesNotTellOfItsMemoryRefusesNothing() {
        assertEquals(
                1,
                read(new Room(OptionalLong.empty(), Long.MAX_VALUE, false), false)
                        .read()
                        .size());
    }

    @Test
    void progressGoesForwardToTheEnd() {
        read(new Room(OptionalLong.empty(), Long.MAX_VALUE, false), false);
        assertEquals(heard.percents.stream().sorted().toList(), heard.percents);
        assertEquals(100, heard.percents.getLast());
    }

    @Test
    void aHistogramAnswersNoQuestions() {
        var questions = new DumpOptions.Questions(List.of("Shop"), List.of(), List.of());
        assertThrows(UserError.class, () -> new HeapReading.Wishes(options(true, questions), false, List.of()));
    }
}
