package io.memcmp.analysis;

import static io.memcmp.analysis.Recorded.commit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.ContractEvents.LiveSet;
import io.memcmp.analysis.ContractEvents.Phase;
import io.memcmp.analysis.ContractEvents.Result;
import io.memcmp.analysis.ContractEvents.Totals;
import io.memcmp.analysis.Scope.Moment;
import io.memcmp.analysis.jfr.RecordingException;
import io.memcmp.analysis.jvm.CollectorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a recording, and several recordings in one. */
class ScopeTest {
    private static final Optional<Moment> END = Optional.empty();

    @TempDir
    Path directory;

    /** Four collections, of which a probe marks the third as the measured one. */
    private Path recorded() throws IOException {
        return Recorded.all(directory, () -> {
            collect();
            collect();
            commit(new Totals("measure-begin", 1_000, 100, -1, -1));
            var phase = new Phase("measure");
            phase.begin();
            collect();
            phase.commit();
            commit(new Totals("measure-end", 2_000, 200, -1, -1));
            collect();
            commit(new Totals("chunk-end", 3_000, 300, -1, -1));
        });
    }

    private static void collect() {
        System.gc();
        LockSupport.parkNanos(2_000_000);
    }

    private static List<Instant> starts(Path recording, String event) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(each -> each.getEventType().getName().equals(event))
                .map(RecordedEvent::getStartTime)
                .sorted()
                .toList();
    }

    private static RecordingProfile between(Path recording, Optional<Moment> from, Optional<Moment> to)
            throws RecordingException {
        return RecordingAnalyzer.analyze(recording, new Scope.Between(from, to));
    }

    private static Optional<Moment> at(Instant instant) {
        return Optional.of(new Moment.At(instant));
    }

    private static Optional<Moment> after(Duration sinceStart) {
        return Optional.of(new Moment.After(sinceStart));
    }

    private static Reading collections(RecordingProfile profile) {
        return profile.collections().read(all -> Reading.of(all.count()));
    }

    @Test
    void aPartHoldsWhatBeganInIt() throws Exception {
        var recording = recorded();
        var starts = starts(recording, "jdk.GarbageCollection");
        assertEquals(4, starts.size());
        var second = starts.get(1);
        assertEquals(Reading.of(1), collections(between(recording, at(second), at(second))));
        assertEquals(Reading.of(3), collections(between(recording, at(second), END)));
        assertEquals(Reading.of(2), collections(between(recording, END, at(second))));
        assertEquals(Reading.of(2), collections(between(recording, at(second.plusNanos(1)), END)));
        assertEquals(Reading.of(4), collections(between(recording, END, END)));

        var begin = RecordingAnalyzer.analyze(recording).completeness().from();
        var sinceStart = Duration.between(begin, second);
        var part = between(recording, after(sinceStart), after(sinceStart));
        assertEquals(Reading.of(1), collections(part));
        assertEquals(second, part.window().start());
        assertFalse(part.window().marked());
    }

    @Test
    void theProbesTotalsAreNotThoseOfAPart() throws Exception {
        var part = between(recorded(), END, END);
        var reason = "the probe's totals are of the measured window, not of a part chosen by --from or --to";
        assertEquals(Observed.missing(reason), part.process());
        assertEquals(Observed.missing(reason), part.gcCpu());
        assertEquals(Reading.absent(reason), part.allocation().read(all -> all.totalBytes()));
    }

    @Test
    void aPartOutsideOfTheRecordingIsRefused() throws Exception {
        var recording = recorded();
        var whole = RecordingAnalyzer.analyze(recording).completeness();
        var reaches = recording + " reaches from " + whole.from() + " to " + whole.to() + ": ";
        var early = whole.from().minusSeconds(60);
        var late = whole.to().plusSeconds(60);
        assertEquals(reaches + late + " lies after its end", refused(recording, at(late), END));
        assertEquals(reaches + early + " lies before its beginning", refused(recording, END, at(early)));
        assertEquals(
                reaches + "a part from " + whole.to() + " to " + whole.from() + " ends before it begins",
                refused(recording, at(whole.to()), at(whole.from())));
    }

    private static String refused(Path recording, Optional<Moment> from, Optional<Moment> to) {
        return assertThrows(RecordingException.class, () -> between(recording, from, to))
                .getMessage();
    }

    @Test
    void progressIsToldOnceForEveryByte() throws Exception {
        var recording = recorded();
        var last = new AtomicLong();
        RecordingAnalyzer.analyze(RecordingInput.of(recording), AnalysisOptions.DEFAULT, bytes -> {
            assertTrue(bytes >= last.get());
            last.set(bytes);
        });
        assertEquals(Files.size(recording), last.get());
    }

    @Test
    void memoryThatRunsOutIsToldOfTheRecordingThatNeededIt() throws Exception {
        var recording = RecordingInput.of(recorded());
        var problem = assertThrows(
                RecordingException.class,
                () -> RecordingAnalyzer.analyze(recording, AnalysisOptions.DEFAULT, _ -> {
                    throw new OutOfMemoryError("as if");
                }));
        assertTrue(
                problem.getMessage().startsWith(recording.name() + " needs more memory than this JVM has: -Xmx gives"),
                problem::getMessage);
    }

    @Test
    void mergedRecordingsAreCountedTogetherAndHaveNoTotals() throws Exception {
        var first = Files.move(recorded(), directory.resolve("first.jfr"));
        var second = Recorded.all(directory, () -> {
            collect();
            commit(new LiveSet("quiet", 7, 8));
            commit(new Result());
        });
        var merged = RecordingAnalyzer.analyze(
                new RecordingInput("both", List.of(first, second), true), AnalysisOptions.DEFAULT, _ -> {});
        assertEquals(Reading.of(5), collections(merged));
        assertEquals(Reading.of(5), merged.pauses().read(all -> all.all().count()));
        assertEquals(
                RecordingAnalyzer.analyze(first, Scope.WHOLE_RECORDING)
                                .stops()
                                .read(all -> all.all().count())
                                .value()
                                .orElseThrow()
                        + RecordingAnalyzer.analyze(second)
                                .stops()
                                .read(all -> all.all().count())
                                .value()
                                .orElseThrow(),
                merged.stops().read(all -> all.all().count()).value().orElseThrow());
        var reason = "several recordings are merged, and each has its own";
        assertEquals(Observed.missing(reason), merged.process());
        assertEquals(Observed.missing(reason), merged.gcCpu());
        assertEquals(Observed.missing(reason), merged.liveSet());
        assertEquals(Observed.missing(reason), merged.workload());
        assertFalse(merged.window().marked());
        assertTrue(merged.completeness().complete(), merged.completeness()::reason);
        assertInstanceOf(Observed.Present.class, merged.jvm().layout());
    }

    @Test
    void whatOneOfTheMergedRecordingsLacksIsMissing() throws Exception {
        var pause = "jdk.GCPhasePause";
        var whole = Files.move(Recorded.all(directory, ScopeTest::collect), directory.resolve("whole.jfr"));
        var without = Files.move(
                Recorded.without(Set.of(pause), directory, ScopeTest::collect), directory.resolve("without.jfr"));
        var late = Files.move(late(pause, "20 ms"), directory.resolve("late.jfr"));
        var later = late(pause, "1 s");
        assertEquals(
                Observed.missing(pause + " was recorded in some of the merged recordings only; " + pause
                        + "#enabled=true records it"),
                merged(whole, without).pauses());
        assertEquals(
                Observed.missing(pause + " was recorded only from 1 s on in one of the merged recordings; " + pause
                        + "#threshold=0ms records all"),
                merged(late, later, whole).pauses());
        assertEquals(
                Observed.missing(pause + " was not recorded; " + pause + "#enabled=true records it"),
                merged(without, without).pauses());
    }

    /** It begins and ends chunks of both, and its settings are those of the chunks between. */
    @Test
    void aRecordingBesideAnotherLacksNothing() throws Exception {
        try (var other = new Recording()) {
            other.enable("jdk.GCPhasePause").with("threshold", "1 s");
            other.start();
            var recording = Recorded.all(directory, ScopeTest::collect);
            assertEquals(
                    Reading.of(2),
                    merged(recording, recording).pauses().read(all -> all.all().count()));
        }
    }

    private Path late(String event, String threshold) throws IOException {
        var events = new ArrayList<>(RecordingAnalyzer.requiredEvents());
        events.replaceAll(
                each -> each.name().equals(event) ? new RequiredEvent(event, Map.of("threshold", threshold), 0) : each);
        return Recorded.of(events, directory, ScopeTest::collect);
    }

    private static RecordingProfile merged(Path... recordings) throws RecordingException {
        var input = new RecordingInput("merged", List.of(recordings), true);
        return RecordingAnalyzer.analyze(input, AnalysisOptions.DEFAULT, _ -> {});
    }

    @Test
    void mergedRecordingsOfDifferentMachinesHaveNoCollector() throws Exception {
        var churn = Child.compile("Churn", Files.createDirectory(directory.resolve("compiled")));
        var flags = new ArrayList<>(List.of("-Xmx64m", "-XX:+UseParallelGC"));
        var parallel = directory.resolve("parallel.jfr");
        flags.addAll(churn.recording(parallel, Files.createDirectory(directory.resolve("repository"))));
        churn.run(Jdk.running(), flags, "Churn", "100");
        var merged = RecordingAnalyzer.analyze(
                new RecordingInput("both", List.of(recorded(), parallel), true), AnalysisOptions.DEFAULT, _ -> {});
        assertEquals(CollectorKind.UNKNOWN, merged.jvm().collector());
        assertTrue(merged.jvm().jvmArguments().contains(" | -Xmx64m -XX:+UseParallelGC"), merged.jvm()::jvmArguments);
        assertEquals(Observed.missing("which collector ran is unknown"), merged.stalls());
    }
}
