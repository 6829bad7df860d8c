package io.memcmp.analysis;

import static io.memcmp.analysis.Recorded.commit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.ContractEvents.ClassCount;
import io.memcmp.analysis.ContractEvents.Hiccups;
import io.memcmp.analysis.ContractEvents.LiveSet;
import io.memcmp.analysis.ContractEvents.Node;
import io.memcmp.analysis.ContractEvents.OutOfMemory;
import io.memcmp.analysis.ContractEvents.Phase;
import io.memcmp.analysis.ContractEvents.Result;
import io.memcmp.analysis.ContractEvents.ThreadCpu;
import io.memcmp.analysis.ContractEvents.Totals;
import io.memcmp.analysis.layout.ObjectLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings in the words of docs/recording-contract.md, and what the analyses make of them. */
class ContractTest {
    private static final long MIB = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void figuresSpeakOfTheWindowAlone() throws Exception {
        var recording = Recorded.all(directory, () -> {
            System.gc();
            System.gc();
            measured(System::gc);
            System.gc();
            commit(new Totals("chunk-end", 5_000, 9 * MIB, 70 * MIB, 60 * MIB));
        });

        var window = RecordingAnalyzer.analyze(recording);
        assertTrue(window.window().marked());
        assertEquals(Reading.of(1), window.collections().read(all -> Reading.of(all.count())));
        assertEquals(Reading.of(1), window.pauses().read(all -> all.all().count()));
        assertEquals(Reading.of(1), window.stops().read(all -> all.collections().count()));
        assertEquals(Reading.of(3_000), window.process().read(all -> all.cpu()));
        assertEquals(Reading.of(5_000), window.process().read(all -> all.cpuWhole()));
        assertEquals(Reading.of(6 * MIB), window.allocation().read(all -> all.totalBytes()));
        assertTrue(window.completeness().complete());

        var whole = RecordingAnalyzer.analyze(recording, Scope.WHOLE_RECORDING);
        assertFalse(whole.window().marked());
        assertEquals(Reading.of(4), whole.collections().read(all -> Reading.of(all.count())));
        assertEquals(Reading.of(5_000), whole.process().read(all -> all.cpu()));
        assertEquals(Reading.of(9 * MIB), whole.allocation().read(all -> all.totalBytes()));
    }

    private static void measured(Runnable program) {
        commit(
                new Totals("measure-begin", 1_000, 2 * MIB, -1, -1),
                new ThreadCpu("measure-begin", "VM Thread", 100),
                new ThreadCpu("measure-begin", "GC Thread#0", 200));
        var phase = new Phase("measure");
        phase.begin();
        program.run();
        phase.commit();
        commit(
                new Totals("measure-end", 4_000, 8 * MIB, -1, -1),
                new ThreadCpu("measure-end", "VM Thread", 150),
                new ThreadCpu("measure-end", "GC Thread#0", 700),
                new ThreadCpu("measure-end", "GC Thread#1", 200),
                new ThreadCpu("measure-end", "main", 9_999),
                new ThreadCpu("measure-end", "G1 loader", 9_999),
                new ThreadCpu("measure-end", "ZStatistics", 9_999),
                new ThreadCpu("measure-end", "Shenandoah Vall", 9_999),
                new Hiccups("measure-end", 3, 900, 500));
    }

    @Test
    void collectorThreadsAreKnownByName() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(directory, () -> measured(() -> {})));
        var gcCpu = profile.gcCpu().present().orElseThrow();
        assertEquals(Duration.ofNanos(750), gcCpu.total());
        assertEquals(Reading.of(0.25), gcCpu.shareOfProcess());
        assertEquals(
                Map.of(
                        "VM Thread", Duration.ofNanos(50),
                        "GC Thread#0", Duration.ofNanos(500),
                        "GC Thread#1", Duration.ofNanos(200)),
                gcCpu.byThread());
        assertEquals(Reading.of(3), profile.process().read(all -> all.hiccupCount()));
    }

    @Test
    void aShareOfLessThanTheClockTellsIsNone() throws Exception {
        var recording = Recorded.all(
                directory,
                () -> commit(new ThreadCpu("chunk-end", "VM Thread", 7), new Totals("chunk-end", 0, -1, -1, -1)));
        var gcCpu = RecordingAnalyzer.analyze(recording).gcCpu();
        assertEquals(
                Reading.absent("the process used less CPU time than the 10 ms its clock counts in"),
                gcCpu.read(all -> all.shareOfProcess()));
    }

    /** As {@code /proc/self/task/*}{@code /comm} tells them on JDK 17 and 25. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "VM Thread",
                "GC Thread#0",
                "GC Thread#12",
                "G1 Main Marker",
                "G1 Conc#0",
                "G1 Refine#0",
                "G1 Service",
                "ZDirector",
                "ZDriver",
                "ZDriverMajor",
                "ZDriverMinor",
                "ZStat",
                "ZUncommitter",
                "ZUncommitter#0",
                "ZUnmapper",
                "ZWorker#0",
                "ZWorkerOld#0",
                "ZWorkerYoung#12",
                "XWorker#0",
                "Shenandoah GC T",
                "Shenandoah Cont",
                "Shenandoah Regu",
                "Shenandoah Unco",
            })
    void everyThreadOfACollectorIsOne(String thread) throws Exception {
        var recording = Recorded.all(
                directory,
                () -> commit(new ThreadCpu("chunk-end", thread, 7), new Totals("chunk-end", 5_000, -1, -1, -1)));
        var gcCpu = RecordingAnalyzer.analyze(recording).gcCpu().present().orElseThrow();
        assertEquals(Duration.ofNanos(7), gcCpu.total());
    }

    @Test
    void theLargestResidentSetIsThatOfTheEndOfTheWindow() throws Exception {
        var recording = Recorded.all(
                directory,
                () -> commit(
                        new Totals("measure-begin", 1_000, 2 * MIB, -1, -1),
                        new Totals("measure-end", 4_000, 8 * MIB, 50 * MIB, -1),
                        new Totals("chunk-end", 5_000, 9 * MIB, 70 * MIB, 60 * MIB)));
        var window = RecordingAnalyzer.analyze(recording).process();
        assertEquals(Reading.of(50 * MIB), window.read(all -> all.peakResident()));
        assertEquals(Reading.of(60 * MIB), window.read(all -> all.proportional()));
        var whole = RecordingAnalyzer.analyze(recording, Scope.WHOLE_RECORDING).process();
        assertEquals(Reading.of(70 * MIB), whole.read(all -> all.peakResident()));
    }

    @Test
    void theLargestResidentSetIsThatOfTheEndWhereTheWindowHasNone() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(
                directory,
                () -> commit(
                        new Totals("measure-begin", 1_000, 2 * MIB, -1, -1),
                        new Totals("measure-end", 4_000, 8 * MIB, -1, -1),
                        new Totals("chunk-end", 5_000, 9 * MIB, 70 * MIB, 60 * MIB))));
        assertEquals(Reading.of(70 * MIB), profile.process().read(all -> all.peakResident()));
    }

    @Test
    void aHiccupThatGrowsFromOneChunkToTheNextIsTheLargerOne() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(
                directory,
                () -> commit(
                        new Hiccups("chunk-end", 1, 40, 40),
                        new Hiccups("chunk-end", 1, 900, 900),
                        new Totals("chunk-end", 5_000, 9 * MIB, 70 * MIB, 60 * MIB))));
        assertEquals(Reading.of(900), profile.process().read(all -> all.hiccupMax()));
    }

    @Test
    void minusOneIsUnknownAndNotANumber() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(
                directory,
                () -> commit(
                        new Totals("chunk-end", 5_000, -1, -1, -1),
                        new ThreadCpu("chunk-end", "VM Thread", -1),
                        new Hiccups("chunk-end", -1, -1, -1))));
        assertInstanceOf(Reading.Absent.class, profile.allocation().read(all -> all.totalBytes()));
        assertInstanceOf(Reading.Absent.class, profile.allocation().read(all -> all.bytesPerSecond()));
        assertInstanceOf(Reading.Absent.class, profile.process().read(all -> all.peakResident()));
        assertInstanceOf(Reading.Absent.class, profile.process().read(all -> all.proportional()));
        assertInstanceOf(Reading.Absent.class, profile.process().read(all -> all.hiccupMax()));
        assertInstanceOf(Observed.Missing.class, profile.gcCpu());
        assertEquals(Reading.of(5_000), profile.process().read(all -> all.cpu()));
    }

    @Test
    void aProgramThatDiedInItsWindowIsReadUpToTheLastEvent() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(directory, () -> {
            System.gc();
            commit(new Totals("measure-begin", 1_000, 2 * MIB, -1, -1));
            System.gc();
        }));
        assertTrue(profile.window().marked());
        assertEquals(profile.completeness().to(), profile.window().end());
        assertEquals(Reading.of(1), profile.collections().read(all -> Reading.of(all.count())));
        assertEquals(
                Reading.absent("the recording ends before the probe took its last totals"),
                profile.process().read(all -> all.cpu()));
        assertFalse(profile.completeness().complete());
    }

    @Test
    void theEndOfAChunkBeforeTheWindowIsNotItsEnd() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(
                directory,
                () -> commit(
                        new Totals("chunk-end", 900, MIB, 70 * MIB, 60 * MIB),
                        new Totals("measure-begin", 1_000, 2 * MIB, -1, -1))));
        var missing = Reading.absent("the recording ends before the probe took its last totals");
        assertEquals(missing, profile.process().read(all -> all.cpu()));
        assertEquals(missing, profile.process().read(all -> all.peakResident()));
        assertEquals(missing, profile.allocation().read(all -> all.totalBytes()));
        assertEquals(missing, profile.allocation().read(all -> all.bytesPerSecond()));
        assertFalse(profile.completeness().complete());
    }

    @Test
    void allocationPerSecondIsTakenOverTheTimeBetweenItsTotals() throws Exception {
        var recording = Recorded.all(directory, () -> {
            commit(new Totals("measure-begin", 1_000, 2 * MIB, -1, -1));
            LockSupport.parkNanos(20_000_000);
            commit(new Totals("chunk-end", 5_000, 9 * MIB, 70 * MIB, 60 * MIB));
            LockSupport.parkNanos(200_000_000);
            commit(new Phase("quiet"));
        });
        var profile = RecordingAnalyzer.analyze(recording);
        assertTrue(profile.window().duration().toMillis() >= 200);
        double rate =
                profile.allocation().read(all -> all.bytesPerSecond()).value().orElseThrow();
        var snapshots = new HashMap<String, Instant>();
        for (var event : RecordingFile.readAllEvents(recording)) {
            if (event.getEventType().getName().equals("memcmp.Snapshot")) {
                snapshots.put(event.getString("point"), event.getStartTime());
            }
        }
        var span = Duration.between(
                Objects.requireNonNull(snapshots.get("measure-begin")),
                Objects.requireNonNull(snapshots.get("chunk-end")));
        assertEquals(7 * MIB / (span.toNanos() / 1e9), rate, 1);
    }

    @Test
    void theHistogramAtTheEndIsNotTheProgramsCollection() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(directory, () -> {
            System.gc();
            System.gc();
            commit(new LiveSet("exit", 7 * MIB, 8 * MIB));
        }));
        assertEquals(Reading.of(0), profile.collections().read(all -> Reading.of(all.count())));
        assertEquals(Reading.of(0), profile.pauses().read(all -> all.all().count()));
        assertEquals(
                Reading.of(0), profile.stops().read(all -> all.collections().count()));
        assertEquals(Reading.of(7 * MIB), profile.liveSet().read(all -> all.bytes()));
        assertInstanceOf(Reading.Absent.class, profile.liveSet().read(all -> all.growth()));
    }

    @Test
    void aCollectionThatTheProgramForcesBeforeTheLastTotalsIsItsOwn() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(directory, () -> {
            System.gc();
            commit(new Totals("chunk-end", 5_000, 9 * MIB, 70 * MIB, 60 * MIB));
            System.gc();
            commit(new LiveSet("exit", 7 * MIB, 8 * MIB));
        }));
        assertEquals(Reading.of(1), profile.collections().read(all -> Reading.of(all.count())));
        assertEquals(Reading.of(1), profile.pauses().read(all -> all.all().count()));
        assertEquals(
                Reading.of(1), profile.stops().read(all -> all.collections().count()));
    }

    @Test
    void nodesArePricedByPredictionInstrumentAndHistogram() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(directory, () -> {
            commit(new LiveSet("baseline", 5 * MIB, 6_000_000));
            commit(new LiveSet("quiet", 7 * MIB, 6_025_000), new ClassCount("quiet", "Node", 1000, 24_000));
            commit(new Result(), new Node("Node", "int value, ref next", 1000, 4, 24));
        }));
        assertEquals(Reading.of(2 * MIB), profile.liveSet().read(all -> all.growth()));
        var workload = profile.workload().present().orElseThrow();
        assertEquals("linked-list", workload.id());
        assertEquals(Reading.of(24_000), workload.allocatedByConstruction());
        assertInstanceOf(Reading.Absent.class, workload.liveByConstruction());
        assertEquals(Reading.absent("memory did not run out"), workload.outOfMemoryAfter());
        var node = workload.nodes().getFirst();
        assertEquals(24, node.predicted().present().map(ObjectLayout::size).orElseThrow());
        assertEquals(Reading.of(24), node.instrumented());
        assertEquals(Reading.of(24), node.histogram());
        assertEquals(Reading.of(25), node.heapGrowth());
    }

    @Test
    void withoutAFullCollectionTheHeapIsUnknownAndTheLiveSetIsNot() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(directory, () -> {
            commit(new LiveSet("baseline", 5 * MIB, -1), new LiveSet("quiet", 7 * MIB, -1));
            commit(new Result(), new Node("Node", "int value, ref next", 1000, 4, 24));
        }));
        assertEquals(Reading.of(2 * MIB), profile.liveSet().read(all -> all.growth()));
        assertEquals(
                Reading.absent("System.gc() makes no full collection in this virtual machine"),
                profile.liveSet().read(all -> all.heapUsed()));
        var node = profile.workload().present().orElseThrow().nodes().getFirst();
        assertInstanceOf(Reading.Absent.class, node.heapGrowth());
    }

    @Test
    void runningOutOfMemoryIsAResult() throws Exception {
        var profile = RecordingAnalyzer.analyze(Recorded.all(directory, () -> commit(new OutOfMemory(77, 12))));
        var workload = profile.workload().present().orElseThrow();
        assertEquals(Reading.of(77), workload.outOfMemoryAfter());
        assertEquals(12, workload.operations());
        assertFalse(workload.checkPassed());
    }

    @Test
    void whatWasNotRecordedIsNotNothing() throws Exception {
        var off = Set.of("jdk.GCPhasePause", "jdk.SafepointEnd", "jdk.GarbageCollection", "jdk.BooleanFlag");
        var profile = RecordingAnalyzer.analyze(Recorded.without(off, directory, System::gc));
        assertEquals(Observed.missing(notRecorded("jdk.GCPhasePause")), profile.pauses());
        assertTrue(profile.stops().toString().contains("End was not recorded; jdk.SafepointBegin#enabled=true"));
        assertEquals(Observed.missing(notRecorded("jdk.GarbageCollection")), profile.collections());
        assertEquals(
                Observed.missing(notRecorded("jdk.BooleanFlag")), profile.jvm().layout());
        assertInstanceOf(Observed.Missing.class, profile.workload());
    }

    private static String notRecorded(String event) {
        return event + " was not recorded; " + event + "#enabled=true records it";
    }

    @Test
    void whatWasRecordedInPartNamesTheSettingThatRecordsAll() throws Exception {
        var events = new ArrayList<>(RecordingAnalyzer.requiredEvents());
        events.removeIf(event -> event.name().equals("jdk.GCPhasePause"));
        events.add(new RequiredEvent("jdk.GCPhasePause", Map.of("threshold", "100 s"), 0));
        var profile = RecordingAnalyzer.analyze(Recorded.of(events, directory, System::gc));
        assertEquals(
                Observed.missing("jdk.GCPhasePause was recorded only from 100 s on;"
                        + " jdk.GCPhasePause#threshold=0ms records all"),
                profile.pauses());
    }

    @Test
    void withoutTheSettingsWhatDidNotHappenIsUnknown() throws Exception {
        var recording = Recorded.without(Set.of("jdk.ActiveSetting", "jdk.GarbageCollection"), directory, System::gc);
        var profile = RecordingAnalyzer.analyze(recording);
        assertEquals(Reading.of(1), profile.pauses().read(all -> all.all().count()));
        assertEquals(
                Observed.missing("whether jdk.GarbageCollection was recorded is unknown without jdk.ActiveSetting;"
                        + " jdk.ActiveSetting#enabled=true tells"),
                profile.collections());
    }

    @Test
    void aNameThatWasNotRecordedIsUnknown() throws Exception {
        var nameless = new Node("", "int value", 1, 4, 24);
        nameless.className = null;
        var profile = RecordingAnalyzer.analyze(Recorded.all(directory, () -> commit(new Result(), nameless)));
        var workload = profile.workload().present().orElseThrow();
        assertEquals("unknown", workload.nodes().getFirst().className());
    }

    @Test
    void whatWasReadIsTold() throws Exception {
        var recording = Recorded.all(directory, () -> commit(new Phase("one"), new Phase("two")));
        var read = RecordingAnalyzer.analyze(recording).read();
        assertTrue(read.complete());
        assertEquals(2, read.eventCounts().get("memcmp.Phase"));
        assertEquals(Files.size(recording), read.bytes());
    }

    @Test
    void everyEventIsAskedForOnce() {
        var names = new HashSet<String>();
        for (var event : RecordingAnalyzer.requiredEvents()) {
            assertTrue(names.add(event.name()), event.name());
        }
        assertFalse(names.contains("jdk.ObjectCount"), "it forces collections");
    }
}
