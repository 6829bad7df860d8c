package io.memcmp.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.leak.GrowthProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs whose live set grows at a rate that they know themselves, and such whose live set does not, under every collector. */
class GrowthTest {
    private static final double RATE = 50e6;
    private static final String CHURN = "40e6";

    @TempDir
    static Path compiled;

    static Child grow;

    @TempDir
    Path directory;

    @BeforeAll
    static void compile() throws IOException {
        grow = Child.compile("Grow", compiled);
    }

    static Stream<Arguments> collectors() {
        return Jdk.all()
                .flatMap(jdk -> Stream.concat(
                        Stream.of("Serial", "Parallel", "G1", "Z", "Shenandoah")
                                .map(name -> Arguments.of(jdk, List.of("-XX:+Use" + name + "GC"))),
                        jdk.feature() < 24
                                ? Stream.of()
                                : Stream.of(Arguments.of(
                                        jdk,
                                        List.of("-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational")))));
    }

    /** Where the whole heap is collected ten times a second, next to nothing but live objects is in what is looked at. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void aLeakOfAKnownRateIsFound(Jdk jdk, List<String> flags) throws Exception {
        var grown = run(jdk, flags, "leak", 3_000, 100);
        var growth = grown.profile();

        assertTrue(growth.grows(), growth::toString);
        assertEquals(grown.rate(), growth.bytesPerSecond(), 0.25 * grown.rate(), growth::toString);
        assertTrue(
                growth.low() <= 1.1 * grown.rate() && growth.high() >= 0.9 * grown.rate(),
                () -> grown.rate() + " " + growth);
        var heap = growth.maximum().value().orElseThrow();
        assertEquals(256 << 20, heap, 0.05 * heap);
        var full = growth.outOfMemory().present().orElseThrow();
        assertEquals(Math.max(0, heap - growth.level()) / growth.bytesPerSecond() * 1e9, full.nanos(), 1);
        assertTrue(full.earliest() <= full.nanos() && full.nanos() <= full.latest(), full::toString);
    }

    /** What the virtual machine's own data grow by in the meantime is a small part of such a leak. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void aCacheThatIsClearedNowAndThenIsNoLeak(Jdk jdk, List<String> flags) throws Exception {
        var growth = run(jdk, flags, "saw", 2_000, 50).profile();

        assertTrue(growth.low() < 0.05 * RATE, growth::toString);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void aCacheThatFilledIsNoLeak(Jdk jdk, List<String> flags) throws Exception {
        var growth = run(jdk, flags, "warm", 4_000, 50).profile();

        assertTrue(growth.low() < 0.05 * RATE, growth::toString);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void aProgramThatKeepsNothingIsNoLeak(Jdk jdk, List<String> flags) throws Exception {
        var growth = run(jdk, flags, "none", 3_000, 100).profile();

        assertTrue(growth.low() < 0.05 * RATE, growth::toString);
    }

    /** Nobody asks for collections: what the collectors look at is what they look at in any program. */
    @Tag("slow")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void aLeakIsToldFromCollectionsThatNobodyAskedForOrNotAtAll(Jdk jdk, List<String> flags) throws Exception {
        var recording = directory.resolve("recording.jfr");
        double rate = record(recording, jdk, flags, "leak", 15_000, 0, "96m", "120e6", "4e6");
        switch (RecordingAnalyzer.analyze(recording).growth()) {
            case Observed.Present<GrowthProfile>(var growth) ->
                assertTrue(growth.low() <= 1.1 * rate && growth.high() >= 0.9 * rate, () -> rate + " " + growth);
            case Observed.Missing<GrowthProfile>(var reason) ->
                assertTrue(reason.contains("a slope takes 10"), reason);
        }
    }

    @Test
    void aProgramThatNeverCollectsTheWholeHeapTellsNothing() throws Exception {
        var recording = directory.resolve("recording.jfr");
        record(recording, Jdk.running(), List.of("-XX:+UseSerialGC"), "leak", 500, 0, "256m", CHURN, "8e6");

        assertEquals(
                Observed.missing("the whole heap was never collected, and a slope takes 10 such looks at the live set;"
                        + " a longer run or a smaller heap has more"),
                RecordingAnalyzer.analyze(recording).growth());
    }

    @Test
    void epsilonTellsNothing() throws Exception {
        var recording = directory.resolve("recording.jfr");
        var epsilon = List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC");
        record(recording, Jdk.running(), epsilon, "leak", 300, 0, "256m", CHURN, "8e6");

        assertInstanceOf(
                Observed.Missing.class, RecordingAnalyzer.analyze(recording).growth());
    }

    @Test
    void withoutItsEventsTheReasonNamesTheSetting() throws Exception {
        for (var event : List.of("jdk.GCHeapSummary", "jdk.GarbageCollection", "jdk.GCPhasePause")) {
            var recording = Recorded.without(java.util.Set.of(event), directory, System::gc);
            var growth = RecordingAnalyzer.analyze(recording).growth();

            assertEquals(Observed.missing(event + " was not recorded; " + event + "#enabled=true records it"), growth);
        }
    }

    private record Grown(double rate, GrowthProfile profile) {}

    private Grown run(Jdk jdk, List<String> flags, String what, int millis, int between) throws Exception {
        var recording = directory.resolve("recording.jfr");
        double rate = record(recording, jdk, flags, what, millis, between, "256m", CHURN, Double.toString(RATE));
        var growth = RecordingAnalyzer.analyze(recording).growth();
        assertFalse(growth instanceof Observed.Missing<?>, growth::toString);
        return new Grown(rate, growth.present().orElseThrow());
    }

    private double record(
            Path recording,
            Jdk jdk,
            List<String> flags,
            String what,
            int millis,
            int between,
            String heap,
            String churn,
            String rate)
            throws Exception {
        var all = new ArrayList<>(flags);
        all.addAll(List.of("-Xmx" + heap, "-Xms" + heap));
        all.addAll(grow.recording(recording, directory.resolve("repository")));
        var printed = grow.run(
                jdk, all, "Grow", what, Integer.toString(millis), rate, churn, Integer.toString(between));
        return Double.parseDouble(printed.getLast());
    }
}
