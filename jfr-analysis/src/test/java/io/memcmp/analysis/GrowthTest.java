package io.memcmp.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.jvm.CollectorKind;
import io.memcmp.analysis.leak.GrowthProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that keep more and more at a rate that they know themselves, and such that do not, under every collector. */
class GrowthTest {
    private static final int STEPS = 24;

    /** Bytes that a step keeps, of a heap of 256 MiB. */
    private static final int STEP = 6_000_000;

    /** Which argument says how many milliseconds a step takes. */
    private static final int PACE = 4;

    private static final int MOST_RUNS = 4;

    private static final List<CollectorKind> CONCURRENT = List.of(CollectorKind.ZGC, CollectorKind.SHENANDOAH);

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
        return Jdk.tried()
                .flatMap(jdk -> Stream.concat(
                        Stream.of("Serial", "Parallel", "G1", "Z", "Shenandoah")
                                .map(name -> Arguments.of(jdk, List.of("-XX:+Use" + name + "GC"))),
                        jdk.feature() < 24
                                ? Stream.of()
                                : Stream.of(Arguments.of(
                                        jdk, List.of("-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational")))));
    }

    /** A full collection after each step: next to nothing but live objects is in what is looked at. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void aLeakOfAKnownRateIsFound(Jdk jdk, List<String> flags) throws Exception {
        var grown = run(jdk, flags, "leak");
        var told = grown.profile().growth();
        var growth = told.present().orElseThrow(() -> new AssertionError(told.toString()));

        assertTrue(growth.low() <= 1.5 * grown.rate(), () -> grown.rate() + " " + growth);
        assertTrue(growth.high() >= grown.rate() / 1.5, () -> grown.rate() + " " + growth);
        double heap = growth.maximum().value().orElseThrow();
        assertEquals(256 << 20, heap, 0.05 * heap);
        if (!CONCURRENT.contains(grown.profile().jvm().collector())) {
            assertTrue(growth.grows(), growth::toString);
            assertTrue(growth.level() >= 0.9 * STEPS * STEP, growth::toString);
            var full = growth.outOfMemory().present().orElseThrow();
            assertEquals(Math.max(0, heap - growth.level()) / growth.bytesPerSecond() * 1e9, full.nanos(), 1);
            assertTrue(full.earliest() <= full.nanos() && full.nanos() <= full.latest(), full::toString);
        }
    }

    /** What the virtual machine's own data grow by in the meantime is a small part of such a leak. */
    @Tag("slow")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void whatDoesNotGrowOnIsNoLeak(Jdk jdk, List<String> flags) throws Exception {
        for (var what : List.of("none", "warm", "saw")) {
            var grown = run(jdk, flags, what);
            grown.profile()
                    .growth()
                    .present()
                    .ifPresent(growth ->
                            assertTrue(growth.low() < 0.05 * STEP / grown.secondsOfAStep(), () -> what + " " + growth));
        }
    }

    /** Nobody asks for collections: what the collectors look at is what they look at in any program. */
    @Tag("slow")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void aLeakIsToldFromCollectionsThatNobodyAskedForOrNotAtAll(Jdk jdk, List<String> flags) throws Exception {
        var grown = run(jdk, flags, "96m", "leak", "1500", "40000", "1000000", "8", "false");
        switch (grown.profile().growth()) {
            case Observed.Present<GrowthProfile>(var growth) ->
                assertTrue(
                        growth.low() <= 1.5 * grown.rate() && growth.high() >= grown.rate() / 1.5,
                        () -> grown.rate() + " " + growth);
            case Observed.Missing<GrowthProfile>(var reason) -> assertTrue(reason.contains("a longer run "), reason);
        }
    }

    @Test
    void aProgramThatNeverCollectsTheWholeHeapTellsNothing() throws Exception {
        var serial = List.of("-XX:+UseSerialGC");
        assertEquals(
                Observed.missing("the whole heap was never collected, and a slope takes 10 such looks;"
                        + " a longer run or a smaller heap has more"),
                run(Jdk.running(), serial, "256m", "leak", "3", "1000", "1000", "1", "false")
                        .profile()
                        .growth());
    }

    @Test
    void epsilonTellsNothing() throws Exception {
        var epsilon = List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC");
        assertEquals(
                Observed.missing("Epsilon never collects, so dead objects cannot be told from live ones"),
                run(Jdk.running(), epsilon, "256m", "leak", "3", "1000", "1000", "1", "false")
                        .profile()
                        .growth());
    }

    @Test
    void withoutItsEventsTheReasonNamesTheSetting() throws Exception {
        for (var event : List.of("jdk.GCHeapSummary", "jdk.GarbageCollection", "jdk.GCPhasePause")) {
            var recording = Recorded.without(Set.of(event), directory, System::gc);
            var growth = RecordingAnalyzer.analyze(recording).growth();

            assertEquals(Observed.missing(event + " was not recorded; " + event + "#enabled=true records it"), growth);
        }
    }

    private record Grown(double rate, long behindMillis, RecordingProfile profile) {
        double secondsOfAStep() {
            return profile.window().duration().toNanos() / 1e9 / STEPS;
        }
    }

    private Grown run(Jdk jdk, List<String> flags, String what) throws Exception {
        return run(jdk, flags, "256m", what, Integer.toString(STEPS), Integer.toString(STEP), "4000000", "120", "true");
    }

    /**
     * Runs it at a pace that it can keep: one that falls behind makes up for it, and that is a change of pace, which is told
     * as such.
     */
    private Grown run(Jdk jdk, List<String> flags, String heap, String... arguments) throws Exception {
        var slower = arguments.clone();
        for (int runs = 1; ; runs++) {
            var grown = once(jdk, flags, heap, slower);
            long pace = Long.parseLong(slower[PACE]);
            long whole = pace * Long.parseLong(slower[1]);
            if (grown.behindMillis() <= Math.max(pace, whole / 50) || runs == MOST_RUNS) {
                return grown;
            }
            slower[PACE] = Long.toString(2 * pace);
        }
    }

    private Grown once(Jdk jdk, List<String> flags, String heap, String... arguments) throws Exception {
        var recording = directory.resolve("recording.jfr");
        var all = new ArrayList<>(flags);
        all.addAll(List.of("-Xmx" + heap, "-Xms" + heap));
        all.addAll(grow.recording(recording, directory.resolve("repository")));
        var program = new ArrayList<>(List.of("Grow"));
        program.addAll(List.of(arguments));
        var printed = grow.run(jdk, all, program.toArray(String[]::new));
        return new Grown(
                Double.parseDouble(printed.getLast()),
                Long.parseLong(printed.get(printed.size() - 2)),
                RecordingAnalyzer.analyze(recording));
    }
}
