package io.memcmp.analysis;

import static io.memcmp.analysis.Recorded.commit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.ContractEvents.Phase;
import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.analysis.allocation.AllocationProfile.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What and where a program allocated, against the sums that the JDK's own reader leads to. */
class AllocationTest {
    private static final String SAMPLE = "jdk.ObjectAllocationSample";
    private static final String BUFFER = "jdk.ObjectAllocationInNewTLAB";
    private static final String OUTSIDE = "jdk.ObjectAllocationOutsideTLAB";
    private static final int ALL = 1_000_000;

    /** Keeps what was allocated from being optimised away. */
    static volatile Object kept = "";

    @TempDir
    Path directory;

    private static void program() {
        for (int i = 0; i < 200; i++) {
            outer();
        }
    }

    private static void outer() {
        inner();
    }

    private static void inner() {
        kept = new long[100_000];
        kept = Arrays.copyOf(new String[] {"a"}, 50_000);
    }

    private Path recorded(String... events) throws IOException {
        var all = new ArrayList<>(RecordingAnalyzer.requiredEvents());
        all.removeIf(event -> event.name().equals(SAMPLE));
        Stream.of(events).map(AllocationTest::withStacks).forEach(all::add);
        return Recorded.of(all, directory, AllocationTest::program);
    }

    private static RequiredEvent withStacks(String event) {
        return new RequiredEvent(
                event,
                event.equals(SAMPLE) ? Map.of("throttle", "off", "stackTrace", "true") : Map.of("stackTrace", "true"),
                0);
    }

    private static AllocationProfile profile(Path recording, int depth, boolean tree) throws Exception {
        var options = new AnalysisOptions(Scope.WHOLE_RECORDING, ALL, depth, tree);
        return RecordingAnalyzer.analyze(RecordingInput.of(recording), options, _ -> {})
                .allocation()
                .present()
                .orElseThrow();
    }

    private static Map<String, Long> bytes(List<Share> shares) {
        return shares.stream()
                .collect(Collectors.toMap(Share::name, share -> (long) share.bytes(), Long::sum, TreeMap::new));
    }

    /** What the JDK's reader knows of one event. */
    private record Sample(String type, List<String> lines, List<String> methods, boolean truncated, long bytes) {
        static Sample of(RecordedEvent event) {
            var size = Stream.of("weight", "tlabSize", "allocationSize")
                    .filter(event::hasField)
                    .filter(field -> !field.equals("allocationSize") || !event.hasField("tlabSize"))
                    .findFirst()
                    .orElseThrow();
            var trace = event.getStackTrace();
            var frames = trace == null ? List.<RecordedFrame>of() : trace.getFrames();
            return new Sample(
                    source(event.getClass("objectClass").getName()),
                    frames.stream()
                            .map(frame -> name(frame.getMethod())
                                    + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : ""))
                            .toList(),
                    frames.stream().map(frame -> name(frame.getMethod())).toList(),
                    trace != null && trace.isTruncated(),
                    event.getLong(size));
        }

        private static String source(String name) {
            return switch (name) {
                case "[B" -> "byte[]";
                case "[C" -> "char[]";
                case "[I" -> "int[]";
                case "[J" -> "long[]";
                default -> name.startsWith("[L") ? name.substring(2, name.length() - 1) + "[]" : name;
            };
        }

        private static String name(RecordedMethod method) {
            return method.getType().getName() + "." + method.getName();
        }

        String place(int depth) {
            int top = IntStream.range(0, lines.size())
                    .filter(i -> Stream.of("java.", "javax.", "jdk.", "sun.", "com.sun.")
                            .noneMatch(lines.get(i)::startsWith))
                    .findFirst()
                    .orElse(0);
            var place = lines.stream().skip(top).limit(depth).collect(Collectors.joining(" < "));
            return place.isEmpty() ? "unknown" : place;
        }

        String stack() {
            var path = new ArrayList<>(methods.reversed());
            if (truncated) {
                path.addFirst("[truncated]");
            } else if (path.isEmpty()) {
                path.add("unknown");
            }
            path.add(type);
            return String.join(";", path);
        }
    }

    private static List<Sample> samples(Path recording, Predicate<String> event) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(each -> event.test(each.getEventType().getName()))
                .map(Sample::of)
                .toList();
    }

    private static Map<String, Long> sums(List<Sample> samples, java.util.function.Function<Sample, String> name) {
        return samples.stream().collect(Collectors.toMap(name, Sample::bytes, Long::sum, TreeMap::new));
    }

    @Test
    void sumsByClassAndPlaceAreThoseOfTheSamples() throws Exception {
        var recording = recorded(SAMPLE);
        var samples = samples(recording, SAMPLE::equals);
        var profile = profile(recording, 1, false);
        assertEquals(Observed.of(SAMPLE), profile.source());
        assertEquals(samples.size(), profile.samples());
        assertEquals(sums(samples, Sample::type), bytes(profile.topClasses()));
        assertEquals(sums(samples, sample -> sample.place(1)), bytes(profile.topSites()));
        assertTrue(
                profile.topSites().stream()
                        .anyMatch(site -> site.name().startsWith(getClass().getName() + ".inner:")),
                "not the line of Arrays.copyOf");
        assertEquals(1, profile.topSites().stream().mapToDouble(Share::fraction).sum(), 1e-9);
    }

    @Test
    void aPlaceIsAsDeepAsAskedFor() throws Exception {
        var recording = recorded(SAMPLE);
        var samples = samples(recording, SAMPLE::equals);
        for (int depth : List.of(2, 3, 1000)) {
            assertEquals(
                    sums(samples, sample -> sample.place(depth)),
                    bytes(profile(recording, depth, false).topSites()));
        }
        var name = getClass().getName().replace(".", "\\.");
        var place = "%1$s\\.inner:\\d+ < %1$s\\.outer:\\d+ < %1$s\\.program:\\d+".formatted(name);
        assertTrue(profile(recording, 3, false).topSites().stream()
                .anyMatch(site -> site.name().matches(place)));
    }

    @Test
    void theListsAreAsLongAsAskedFor() throws Exception {
        var recording = recorded(SAMPLE);
        var options = new AnalysisOptions(Scope.WHOLE_RECORDING, 2, 1, false);
        var two = RecordingAnalyzer.analyze(RecordingInput.of(recording), options, _ -> {})
                .allocation()
                .present()
                .orElseThrow();
        var all = profile(recording, 1, false);
        assertEquals(all.topClasses().subList(0, 2), two.topClasses());
        assertEquals(all.topSites().subList(0, 2), two.topSites());
        assertEquals(all.samples(), two.samples());
    }

    @Test
    void theTreeHoldsEveryStack() throws Exception {
        var recording = recorded(SAMPLE);
        var tree = profile(recording, 1, true).tree().orElseThrow();
        var written = new StringBuilder();
        tree.writeTo(written);
        var lines = written.toString().lines().toList();
        var parsed = new TreeMap<String, Long>();
        for (var line : lines) {
            int blank = line.lastIndexOf(' ');
            parsed.put(line.substring(0, blank), Long.parseLong(line.substring(blank + 1)));
        }
        assertEquals(lines.size(), parsed.size());
        assertEquals(sums(samples(recording, SAMPLE::equals), Sample::stack), parsed);
        var again = new StringBuilder();
        profile(recording, 1, true).tree().orElseThrow().writeTo(again);
        assertEquals(written.toString(), again.toString());
        assertTrue(profile(recording, 1, false).tree().isEmpty());
    }

    @Test
    void whereThereAreNoSamplesTheBuffersTell() throws Exception {
        var recording = recorded(BUFFER, OUTSIDE);
        var samples = samples(recording, event -> event.equals(BUFFER) || event.equals(OUTSIDE));
        assertFalse(samples.isEmpty());
        var profile = profile(recording, 1, false);
        assertEquals(Observed.of(BUFFER + ", " + OUTSIDE), profile.source());
        assertEquals(samples.size(), profile.samples());
        assertEquals(sums(samples, Sample::type), bytes(profile.topClasses()));
        assertEquals(sums(samples, sample -> sample.place(1)), bytes(profile.topSites()));
    }

    @Test
    void samplesAndBuffersAreNeverAddedUp() throws Exception {
        var recording = recorded(SAMPLE, BUFFER, OUTSIDE);
        assertFalse(samples(recording, OUTSIDE::equals).isEmpty());
        var profile = profile(recording, 1, false);
        assertEquals(Observed.of(SAMPLE), profile.source());
        assertEquals(sums(samples(recording, SAMPLE::equals), Sample::type), bytes(profile.topClasses()));
    }

    @Test
    void samplesOfOneRecordingDoNotStandForTheBuffersOfAnother() throws Exception {
        var samples = Files.move(recorded(SAMPLE), directory.resolve("samples.jfr"));
        var buffers = recorded(BUFFER, OUTSIDE);
        assertEquals(
                Observed.missing(SAMPLE + " was recorded in some of the merged recordings only; " + SAMPLE
                        + "#enabled=true records it"),
                merged(samples, buffers).allocation());
        assertEquals(
                Observed.of(SAMPLE),
                merged(samples, samples).allocation().present().orElseThrow().source());
        assertEquals(
                Observed.of(BUFFER + ", " + OUTSIDE),
                merged(buffers, buffers).allocation().present().orElseThrow().source());
    }

    private static RecordingProfile merged(Path... recordings) throws Exception {
        var input = new RecordingInput("merged", List.of(recordings), true);
        return RecordingAnalyzer.analyze(input, AnalysisOptions.DEFAULT, _ -> {});
    }

    @Test
    void whereNothingTellsTheSettingIsNamed() throws Exception {
        assertEquals(
                Observed.missing(SAMPLE + " was not recorded; " + SAMPLE + "#enabled=true records it"),
                RecordingAnalyzer.analyze(recorded()).allocation());
    }

    @Test
    void samplesOutsideOfTheMeasuredWindowDoNotCount() throws Exception {
        var recording = Recorded.all(directory, () -> {
            program();
            var phase = new Phase("measure");
            phase.begin();
            kept = new long[100_000];
            phase.commit();
            program();
            commit(new Phase("after"));
        });
        var phases = RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("memcmp.Phase"))
                .filter(event -> event.getString("name").equals("measure"))
                .toList();
        var window = phases.getFirst();
        long inside = RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals(SAMPLE))
                .filter(event -> !event.getStartTime().isBefore(window.getStartTime())
                        && !event.getStartTime().isAfter(window.getEndTime()))
                .count();
        var all = profile(recording, 1, false).samples();
        var counted =
                RecordingAnalyzer.analyze(recording).allocation().present().orElseThrow();
        assertEquals(inside, counted.samples());
        assertTrue(inside < all, inside + " of " + all);
    }
}
