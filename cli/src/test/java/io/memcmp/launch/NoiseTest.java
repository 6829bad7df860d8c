package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Evidence out of what the kernel writes; the texts are of real machines, shortened. */
final class NoiseTest {
    private static final Path STAT = Path.of("/proc/stat");
    private static final String STATUS = "Name:\tjava\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\nMems_allowed:\t1\n";
    private static final Calibrator.Speed USUAL = new Calibrator.Speed(Optional.of(1.0), false);

    @Test
    void onlyProcessorsThatThisProcessMayUseAreCounted() {
        var text = """
                cpu  300 20 30 400 50 1 2 6 0 0
                cpu0 100 10 10 200 20 1 1 2 5 0
                cpu1 100 5 10 100 20 0 1 2 0 0
                cpu2 100 5 10 100 10 0 0 2 0 0
                intr 1 2 3
                """;
        assertEquals(
                Optional.of(new CpuTicks(2, 122 + 116, 4, 344 + 238)), CpuTicks.parse(text, ProcText.numbers("0-1")));
        assertEquals(3, CpuTicks.parse(text, ProcText.numbers("")).orElseThrow().processors());
        assertEquals(Optional.empty(), CpuTicks.parse("cpu 1 2 3\n", ProcText.numbers("")));
        assertEquals(Optional.empty(), CpuTicks.parse("cpu0 1 2 3 4\n", ProcText.numbers("")));
    }

    @Test
    void whatTheChildAndMemcmpUsedIsNotForeign() {
        // Ten seconds, two processors: 1200 ticks busy, of which the child used 9 s and memcmp 1 s; 2 s are left of 20.
        var evidence = evidence(ticks(1200, 0, 2000), Duration.ofSeconds(9), Duration.ofSeconds(1), false);
        assertEquals(0.1, figure(evidence.foreign()), 1e-9);
        assertEquals(List.of("foreign CPU 10 %"), evidence.faults());
    }

    @Test
    void fivePerCentIsTheLimitAndUpToItNothingIsSaid() {
        assertEquals(
                List.of(),
                evidence(ticks(1000 + 99, 0, 2000), Duration.ofSeconds(10), Duration.ZERO, false)
                        .faults());
        assertEquals(
                List.of("foreign CPU 6 %"),
                evidence(ticks(1000 + 110, 0, 2000), Duration.ofSeconds(10), Duration.ZERO, false)
                        .faults());
    }

    @Test
    void aFewTicksInAShortTrialAreNoEvidence() {
        // A quarter of a second: 50 ticks. Nine busy ones are 18 %, and only 90 ms.
        var shortOnes = NoiseRules.evidence(
                counters(0, ticks(0, 0, 0), Duration.ZERO, Duration.ZERO),
                counters(250, ticks(9, 3, 50), Duration.ZERO, Duration.ZERO),
                false,
                1,
                USUAL);
        assertEquals(0.18, figure(shortOnes.foreign()), 1e-9);
        assertEquals(0.06, figure(shortOnes.steal()), 1e-9);
        assertEquals(List.of(), shortOnes.faults());
    }

    @Test
    void stolenTimeSetsATrialAside() {
        var evidence = evidence(ticks(1000, 30, 2000), Duration.ofSeconds(10), Duration.ZERO, false);
        assertEquals(List.of("steal 2 %"), evidence.faults());
        assertEquals(0.015, figure(evidence.steal()), 1e-9);
    }

    @Test
    void whereSomethingOfTheTrialRanOnNobodyKnowsWhatIsForeign() {
        var evidence = evidence(ticks(2000, 0, 2000), Duration.ofSeconds(1), Duration.ZERO, true);
        assertInstanceOf(Reading.Absent.class, evidence.foreign());
        assertEquals(List.of(), evidence.faults());
    }

    @Test
    void pagesFromSwapSetATrialAsideAndThrottlingDoesNot() {
        var before = read(
                files(
                        "0::/a/b",
                        Map.of(
                                "/proc/vmstat", "pswpin 5\npswpout 9\n",
                                "/sys/fs/cgroup/a/b/cpu.stat", "usage_usec 1\nnr_periods 9\nnr_throttled 2\n",
                                "/sys/fs/cgroup/a/cpu.stat", "nr_periods 9\nnr_throttled 10\n")),
                0);
        var after = read(
                files(
                        "0::/a/b",
                        Map.of(
                                "/proc/vmstat", "pswpin 12\npswpout 9\n",
                                "/sys/fs/cgroup/a/b/cpu.stat", "usage_usec 1\nnr_periods 19\nnr_throttled 4\n",
                                "/sys/fs/cgroup/a/cpu.stat", "nr_periods 9\nnr_throttled 11\n")),
                1000);
        var evidence = NoiseRules.evidence(before, after, false, 1, USUAL);
        assertEquals(7, figure(evidence.swappedIn()));
        assertEquals(3, figure(evidence.throttled()), "of the group and of the one above");
        assertEquals(List.of("7 pages read back from swap"), evidence.faults());
    }

    @Test
    void aControlGroupOfVersionOneTellsTheSame() {
        var files = files(
                "4:memory:/x\n2:cpu,cpuacct:/box/7\n0::/",
                Map.of("/sys/fs/cgroup/cpu,cpuacct/cpu.stat", "nr_periods 3\nnr_throttled 6\nthrottled_time 1\n"));
        assertEquals(6, read(files, 0).throttled().orElseThrow());
        assertTrue(read(files("", Map.of()), 0).throttled().isEmpty());
    }

    @Test
    void pressureIsTheShareOfTheTimeInWhichSomebodyWaited() {
        var before =
                read(files("", Map.of("/proc/pressure/cpu", "some avg10=2.46 avg60=1 avg300=3 total=1000000\n")), 0);
        var after =
                read(files("", Map.of("/proc/pressure/cpu", "some avg10=2.46 avg60=1 avg300=3 total=1500000\n")), 2000);
        assertEquals(
                0.25, figure(NoiseRules.evidence(before, after, false, 1, USUAL).pressure()), 1e-9);
    }

    @Test
    void aSystemThatTellsNothingGivesReasonsAndNoFaults() {
        var nothing = read(_ -> Optional.empty(), 0);
        var evidence = NoiseRules.evidence(
                nothing, read(_ -> Optional.empty(), 1000), false, 5, new Calibrator.Speed(Optional.empty(), false));
        for (var reading : List.of(
                evidence.steal(),
                evidence.throttled(),
                evidence.foreign(),
                evidence.swappedIn(),
                evidence.pressure(),
                evidence.calibration())) {
            assertInstanceOf(Reading.Absent.class, reading);
        }
        assertTrue(evidence.counts());
    }

    @Test
    void aMachineThatWasSlowerForATrialSetsItAside() {
        var evidence = NoiseRules.evidence(
                read(_ -> Optional.empty(), 0),
                read(_ -> Optional.empty(), 1000),
                false,
                5,
                new Calibrator.Speed(Optional.of(1.09), true));
        assertEquals(List.of("the machine was slower by 9 %"), evidence.faults());
        assertTrue(evidence.tolerating().counts());
        assertTrue(!evidence.counts());
    }

    private static NoiseEvidence evidence(CpuTicks used, Duration children, Duration own, boolean strays) {
        return NoiseRules.evidence(
                counters(0, ticks(0, 0, 0), Duration.ZERO, Duration.ZERO),
                counters(10_000, used, children, own),
                strays,
                1,
                USUAL);
    }

    private static CpuTicks ticks(long busy, long stolen, long all) {
        return new CpuTicks(2, busy, stolen, all);
    }

    private static MachineCounters counters(long millis, CpuTicks ticks, Duration children, Duration own) {
        var none = java.util.OptionalLong.empty();
        return new MachineCounters(
                millis * 1_000_000, Optional.of(ticks), none, none, none, Optional.of(own), Optional.of(children));
    }

    private static MachineCounters read(java.util.function.Function<Path, Optional<String>> files, long millis) {
        return MachineCounters.read(files, millis * 1_000_000, Optional.empty(), Optional.empty());
    }

    private static java.util.function.Function<Path, Optional<String>> files(
            String membership, Map<String, String> texts) {
        var all = new HashMap<>(texts);
        all.put("/proc/self/cgroup", membership);
        all.put("/proc/self/status", STATUS);
        all.put(STAT.toString(), "cpu0 1 0 0 1 0 0 0 0 0 0\ncpu1 1 0 0 1 0 0 0 0 0 0\n");
        return path -> Optional.ofNullable(all.get(path.toString()));
    }

    private static double figure(Reading reading) {
        return reading.value().orElseThrow();
    }
}
