package io.memcmp.analysis.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Supervisor.Spent;
import io.memcmp.analysis.Supervisor.Spent.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;

/** What the cases of a fuzzer came to. */
final class FuzzFigures {
    private final Column read = new Column();
    private final Column analysed = new Column();

    private static final class Column {
        private final EnumMap<Ended, Integer> ended = new EnumMap<>(Ended.class);
        private Duration slowest = Duration.ZERO;
        private Duration together = Duration.ZERO;
        private String slowestCase = "";
        private long mostAllocated;
        private String hungriestCase = "";

        void add(Fuzzer.Damaged damaged, Spent spent) {
            ended.merge(spent.ended(), 1, Integer::sum);
            together = together.plus(spent.time());
            if (spent.time().compareTo(slowest) > 0) {
                slowest = spent.time();
                slowestCase = damaged.done();
            }
            if (spent.allocated() > mostAllocated) {
                mostAllocated = spent.allocated();
                hungriestCase = damaged.done();
            }
        }

        int count(Ended kind) {
            return ended.getOrDefault(kind, 0);
        }

        String row(String name) {
            return "| %s | %d | %d | %d | %d | %d (%s) | %.1f (%s) |%n"
                    .formatted(
                            name,
                            count(Ended.RESULT) + count(Ended.REFUSAL),
                            count(Ended.RESULT),
                            count(Ended.REFUSAL),
                            together.toMillis(),
                            slowest.toMillis(),
                            slowestCase,
                            mostAllocated / 1e6,
                            hungriestCase);
        }
    }

    void read(Fuzzer.Damaged damaged, Spent spent) {
        read.add(damaged, spent);
    }

    void analysed(Fuzzer.Damaged damaged, Spent spent) {
        analysed.add(damaged, spent);
    }

    /** Every case counted, and neither outcome the only one: else the damage was none, or nothing was read. */
    void check(int cases) {
        assertEquals(cases, read.count(Ended.RESULT) + read.count(Ended.REFUSAL));
        assertEquals(cases, analysed.count(Ended.RESULT) + analysed.count(Ended.REFUSAL));
        assertTrue(read.count(Ended.RESULT) > cases / 4);
        assertTrue(read.count(Ended.REFUSAL) > 0);
    }

    void write(Path file) throws IOException {
        var text = "| | cases | results | refusals | together, ms | slowest, ms | most allocated, MB |\n"
                + "|---|---|---|---|---|---|---|\n"
                + read.row("JfrReader, every field of every event")
                + analysed.row("RecordingAnalyzer");
        Files.writeString(file, text);
    }
}
