package io.memcmp.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.GcLog.LoggedStop;
import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.analysis.jvm.CollectorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A real program under every collector, recorded and logged in the same run: both instruments must see the same. */
class CollectorsTest {
    private static final int RUNS = 5;

    private static final Map<String, CollectorKind> COLLECTORS = Map.of(
            "Serial", CollectorKind.SERIAL,
            "Parallel", CollectorKind.PARALLEL,
            "G1", CollectorKind.G1,
            "Z", CollectorKind.ZGC,
            "Shenandoah", CollectorKind.SHENANDOAH,
            "Epsilon", CollectorKind.EPSILON);

    @TempDir
    static Path compiled;

    static Child churn;

    @TempDir
    Path directory;

    /** Where the clocks of this run's two instruments differ by more than their tolerance. */
    private final List<String> tooFar = new ArrayList<>();

    @BeforeAll
    static void compile() throws IOException {
        churn = Child.compile("Churn", compiled);
    }

    static Stream<Arguments> collectors() {
        return Jdk.tried()
                .flatMap(jdk -> Stream.concat(
                        Stream.of("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon")
                                .map(name -> Arguments.of(jdk, name, List.of("-XX:+Use" + name + "GC"))),
                        jdk.feature() < 24
                                ? Stream.of()
                                : Stream.of(Arguments.of(
                                        jdk,
                                        "Shenandoah",
                                        List.of("-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational")))));
    }

    /**
     * A thread that loses its processor between two readings of the clock makes the instruments differ, never agree: what
     * has a tolerance is looked at in up to five runs, and a fault is in all of them. What must be equal has one chance.
     */
    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("collectors")
    void recordingAgreesWithTheLog(Jdk jdk, String name, List<String> flags) throws Exception {
        int runs = 0;
        do {
            tooFar.clear();
            agreesWithTheLog(jdk, Objects.requireNonNull(COLLECTORS.get(name)), flags);
        } while (!tooFar.isEmpty() && ++runs < RUNS);
        assertEquals(List.of(), tooFar);
    }

    private void agreesWithTheLog(Jdk jdk, CollectorKind collector, List<String> flags) throws Exception {
        var run = Files.createTempDirectory(directory, "run");
        var profile = record(jdk, collector, flags, run);
        var log = GcLog.read(run.resolve("gc.log"));

        assertEquals(collector, profile.jvm().collector());
        assertEquals(jdk.feature(), profile.jvm().feature());
        assertTrue(profile.jvm().layout().present().isPresent());
        assertTrue(profile.completeness().complete());
        stopsAgree(profile, log, stopEnds(run.resolve("recording.jfr")));
        if (collector == CollectorKind.EPSILON) {
            assertEquals(Observed.missing("Epsilon never collects, so it has no pauses"), profile.pauses());
            assertInstanceOf(Observed.Missing.class, profile.collections());
            assertEquals(jdk.feature() >= 21, profile.heap().present().isPresent());
        } else {
            pausesAgree(profile, log, collector);
            assertInstanceOf(Reading.Value.class, profile.heap().read(heap -> heap.lastAfterGc()));
        }
        if (collector == CollectorKind.ZGC) {
            stallsAgree(profile, log);
        } else {
            assertInstanceOf(Observed.Missing.class, profile.stalls());
        }
        var allocation = profile.allocation().present().orElseThrow();
        // Not the first: a sample carries all that its thread allocated since the one before, and when JFR's throttle
        // was
        // shut for long the next sample, of whatever class, carries hundreds of megabytes.
        assertTrue(names(allocation.topClasses()).anyMatch("byte[]"::equals), allocation::toString);
        assertTrue(names(allocation.topSites()).anyMatch(site -> site.startsWith("Churn.main:")), allocation::toString);
    }

    private static Stream<String> names(List<AllocationProfile.Share> shares) {
        return shares.stream().limit(3).map(AllocationProfile.Share::name);
    }

    private static RecordingProfile record(Jdk jdk, CollectorKind collector, List<String> flags, Path run)
            throws Exception {
        var command = new ArrayList<String>();
        command.add("-XX:+UnlockExperimentalVMOptions");
        command.add(collector == CollectorKind.EPSILON ? "-Xmx6g" : "-Xmx64m");
        command.addAll(flags);
        command.addAll(GcLog.flags(run.resolve("gc.log")));
        var recording = run.resolve("recording.jfr");
        command.addAll(churn.recording(recording, Files.createDirectory(run.resolve("repository"))));
        churn.run(jdk, command, "Churn", "600");
        return RecordingAnalyzer.analyze(recording);
    }

    /** Pause by pause, inside the span that both saw: the recording starts after the log and ends before it. */
    private void pausesAgree(RecordingProfile profile, GcLog log, CollectorKind collector) {
        var recorded = new TreeMap<Long, List<Double>>();
        for (var pause : profile.pauses().present().orElseThrow().pauses()) {
            recorded.computeIfAbsent(pause.gcId(), _ -> new ArrayList<>())
                    .add(pause.duration().toNanos() / 1e6);
        }
        var logged = new TreeMap<Long, List<Double>>();
        for (var pause : log.pauses()) {
            logged.computeIfAbsent(pause.gcId(), _ -> new ArrayList<>()).add(pause.millis());
        }
        var both = recorded.subMap(recorded.firstKey(), false, recorded.lastKey(), false);
        if (collector == CollectorKind.SERIAL && profile.jvm().feature() == 17) { // logs nested ones, too
            both.keySet().retainAll(logged.keySet());
        } else {
            assertEquals(
                    logged.subMap(recorded.firstKey(), false, recorded.lastKey(), false)
                            .keySet(),
                    both.keySet());
        }
        var differences = new ArrayList<Double>();
        for (var gcId : both.keySet()) {
            var ofLog = logged.getOrDefault(gcId, List.of());
            var ofRecording = both.getOrDefault(gcId, List.of());
            assertEquals(ofLog.size(), ofRecording.size(), "pauses of GC " + gcId);
            for (int i = 0; i < ofLog.size(); i++) {
                oneLiesInTheOther(collector, ofLog.get(i), ofRecording.get(i));
                differences.add(Math.abs(ofLog.get(i) - ofRecording.get(i)));
            }
        }
        differences.sort(Comparator.naturalOrder());
        near(0, differences.get(differences.size() / 2), apart(collector), "median difference of pauses, ms");
    }

    /** Parallel's log is inside the event, that of all others around it; whoever reads a clock late makes the outer one longer. */
    private void oneLiesInTheOther(CollectorKind collector, double logged, double recorded) {
        double outer = collector == CollectorKind.PARALLEL ? recorded : logged;
        double inner = collector == CollectorKind.PARALLEL ? logged : recorded;
        if (inner > outer + 0.002 + 0.001 * outer) {
            tooFar.add("not one in the other: log " + logged + " ms, recording " + recorded + " ms");
        }
    }

    /**
     * What may lie between the log's clock and the event's in half of the pauses, ms: five times or more what does where nothing else
     * runs, which is lines of the log, and what Serial does after the end of its event.
     */
    private static double apart(CollectorKind collector) {
        return switch (collector) {
            case SERIAL -> 0.6;
            case PARALLEL -> 0.3;
            case G1 -> 0.1;
            case SHENANDOAH -> 0.03;
            case ZGC -> 0.005;
            case EPSILON, UNKNOWN -> throw new IllegalStateException(collector + " has no pauses that are known");
        };
    }

    /** The recording's stops are a run of the log's stops, with the same operations: of such runs that of the same time. */
    private void stopsAgree(RecordingProfile profile, GcLog log, List<Long> endMillis) {
        var stops = profile.stops().present().orElseThrow();
        var operations = new TreeMap<String, Integer>();
        stops.byOperation().forEach((operation, durations) -> operations.put(operation, durations.size()));
        int count = stops.all().size();
        assertEquals(endMillis.size(), count, "number of whole stops");
        var run = IntStream.rangeClosed(0, log.stops().size() - count)
                .mapToObj(from -> log.stops().subList(from, from + count))
                .filter(candidate -> isOf(operations, operations(candidate)))
                .min(Comparator.comparingLong(candidate -> apart(candidate, endMillis)));
        assertTrue(run.isPresent(), () -> operations + " not in " + operations(log.stops()));
        agree(run.get(), LoggedStop::totalNanos, stops.all(), 30_000);
        agree(run.get(), LoggedStop::reachingNanos, stops.timeToSafepoint(), 5_000);
        assertEquals(count, stops.collections().size() + stops.others().size());
        assertTrue(
                stops.collections().size()
                        <= profile.pauses()
                                .present()
                                .map(pauses -> pauses.all().size())
                                .orElse(0),
                "every stop of a collector holds a pause");
    }

    /**
     * As many of each operation. At either end of the recording a stop may have lost the event that names its operation, and is
     * then one of any; both maps count the same number of stops.
     */
    private static boolean isOf(Map<String, Integer> recorded, Map<String, Integer> logged) {
        return recorded.getOrDefault("unnamed", 0) <= 2
                && recorded.entrySet().stream()
                        .filter(operation -> !operation.getKey().equals("unnamed"))
                        .allMatch(operation -> operation.getValue() <= logged.getOrDefault(operation.getKey(), 0));
    }

    private static long apart(List<LoggedStop> logged, List<Long> endMillis) {
        return IntStream.range(0, logged.size())
                .mapToLong(i -> Math.abs(logged.get(i).endMillis() - endMillis.get(i)))
                .sum();
    }

    /** When the stops ended whose begin and end the recording has, as the JDK's own reader tells it. */
    private static List<Long> stopEnds(Path recording) throws IOException {
        var begun = new HashSet<Long>();
        var ends = new TreeMap<Long, Long>();
        for (var event : RecordingFile.readAllEvents(recording)) {
            var type = event.getEventType().getName();
            if (type.equals("jdk.SafepointBegin")) {
                begun.add(event.getLong("safepointId"));
            } else if (type.equals("jdk.SafepointEnd")) {
                ends.put(event.getLong("safepointId"), event.getEndTime().toEpochMilli());
            }
        }
        ends.keySet().retainAll(begun);
        return List.copyOf(ends.values());
    }

    /** What the sums of two clocks may differ by when a thread loses its core between them, twice. */
    private static final double LOST_SLICES = 20_000_000;

    /** By the median, which a thread that lost its core between the two clocks does not move, and loosely by the sum. */
    private void agree(
            List<LoggedStop> logged, ToLongFunction<LoggedStop> figure, Durations recorded, double nanosEach) {
        double sum = logged.stream().mapToLong(figure).sum();
        near(sum, nanos(recorded.sum()), 0.1 * sum + 100_000 * logged.size() + LOST_SLICES, "sum of stops");
        if (logged.size() >= Durations.needed(0.5)) {
            var nanos = logged.stream().mapToLong(figure).sorted().toArray();
            double median = nanos[(nanos.length - 1) / 2];
            near(median, nanos(recorded.percentile(0.5)), 0.05 * median + nanosEach, "median of stops");
        }
    }

    private void stallsAgree(RecordingProfile profile, GcLog log) {
        var stalls = profile.stalls().present().orElseThrow();
        double logged =
                log.stallMillis().stream().mapToDouble(Double::doubleValue).sum();
        assertEquals(log.stallMillis().size(), stalls.all().size(), "number of stalls");
        near(logged, nanos(stalls.all().sum()) / 1e6, 0.05 * logged + 1, "sum of stalls, ms");
    }

    private void near(double logged, double recorded, double tolerance, String what) {
        if (!(Math.abs(logged - recorded) <= tolerance)) {
            tooFar.add(what + ": " + recorded + " where the log has " + logged);
        }
    }

    private static Map<String, Integer> operations(List<LoggedStop> stops) {
        var operations = new TreeMap<String, Integer>();
        for (var stop : stops) {
            operations.merge(stop.operation(), 1, Integer::sum);
        }
        return operations;
    }

    private static double nanos(Reading reading) {
        return reading.value().orElseThrow();
    }
}
