package io.memcmp.result;

import static io.memcmp.result.Metric.Better.HIGHER;
import static io.memcmp.result.Metric.Better.LOWER;
import static io.memcmp.result.Metric.Better.NEITHER;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.analysis.census.Parts;
import io.memcmp.analysis.gccpu.GcCpuProfile;
import io.memcmp.analysis.heap.Footprint;
import io.memcmp.analysis.heap.HeapProfile;
import io.memcmp.analysis.heap.LiveSetProfile;
import io.memcmp.analysis.leak.GrowthProfile;
import io.memcmp.analysis.pause.PauseProfile;
import io.memcmp.analysis.pause.StallProfile;
import io.memcmp.analysis.pause.StopProfile;
import io.memcmp.analysis.process.ProcessProfile;
import io.memcmp.plan.UserError;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Every metric there is. To add one: a line here and a section in {@code docs/metrics.md}. */
public final class Metrics {
    /** Wall time of the process. */
    public static final Metric WALL =
            time("wall", "wall time of the process, start-up and recording included", TrialFacts::wall);

    /** Wall time of the measured window. */
    public static final Metric WINDOW =
            time("window", "wall time of the measured window inside the program", Metrics::window);

    /** CPU time of the process. */
    public static final Metric CPU =
            time("cpu", "CPU time of the process and its children, from outside", TrialFacts::cpu);

    /** CPU time of the measured window. */
    public static final Metric WINDOW_CPU =
            time("window.cpu", "CPU time of the process inside the measured window", process(ProcessProfile::cpu));

    /** The longest pause. */
    public static final Metric PAUSE_MAX = pauses("max", "longest pause", Durations::max);

    /** All stops. */
    public static final Metric STOP_SUM = stops("sum", "time in which the program stood still", Durations::sum);

    /** The longest stop. */
    public static final Metric STOP_MAX = stops("max", "longest stop", Durations::max);

    /** What of the wall time collections took with all threads standing still. */
    public static final Metric STOP_GC_AT_SAFEPOINT = pauseTime(
            "stop.gc.at_safepoint.sum",
            "time at safepoint in stops with a collection, the way there and out left aside",
            facts -> facts.read(
                    RecordingProfile::stops,
                    stops -> stops.collectionsAtSafepoint().sum()));

    /** CPU time of the collector. */
    public static final Metric GC_CPU = new Metric(
            "gc.cpu",
            Unit.NANOSECONDS,
            LOWER,
            Family.GC_CPU,
            "CPU time of the collector's threads and the VM thread",
            facts -> facts.read(
                    RecordingProfile::gcCpu, cpu -> Reading.of(cpu.total().toNanos())));

    /** Its share. */
    public static final Metric GC_CPU_SHARE = new Metric(
            "gc.cpu.share",
            Unit.RATIO,
            LOWER,
            Family.GC_CPU,
            "the same as a share of the process's CPU time",
            facts -> facts.read(RecordingProfile::gcCpu, GcCpuProfile::shareOfProcess));

    /** Allocated bytes. */
    public static final Metric ALLOCATION =
            allocation("alloc.total", Unit.BYTES, "bytes allocated by Java threads", AllocationProfile::totalBytes);

    /** The live set. */
    public static final Metric LIVE_SET =
            liveSet("live_set", "reachable objects at the quiet point, by class histogram", LiveSetProfile::bytes);

    /** How fast the heap after collections of the whole heap grows. */
    public static final Metric GROWTH = growth(
            "live.growth",
            "how fast the heap after collections grew at the end",
            growth -> Reading.of(growth.bytesPerSecond()));

    /** How fast it grows at least. */
    public static final Metric GROWTH_LOW =
            growth("live.growth.low", "lower end of the interval of that slope", growth -> Reading.of(growth.low()));

    /** How fast it grows at most. */
    public static final Metric GROWTH_HIGH =
            growth("live.growth.high", "upper end of the interval of that slope", growth -> Reading.of(growth.high()));

    /** When the heap is full. */
    public static final Metric OUT_OF_MEMORY = new Metric(
            "live.growth.oom",
            Unit.NANOSECONDS,
            HIGHER,
            Family.MEMORY,
            "time until the heap is full if that growth goes on",
            facts -> facts.read(
                    RecordingProfile::growth, growth -> growth.outOfMemory().read(full -> Reading.of(full.nanos()))));

    /** Largest resident set. */
    public static final Metric PEAK_RESIDENT =
            memory("rss.peak", "largest resident set of the process", Metrics::peakResident);

    /** Bytes of one element. */
    public static final Metric NODE_BYTES =
            object("node.bytes", "bytes the live set grew by for one element of the workload", NodeCost::bytes);

    /** Bytes of one element beyond its data. */
    public static final Metric NODE_OVERHEAD =
            object("node.overhead", "the same less the data in it", NodeCost::overhead);

    /** All objects of the census. */
    public static final Metric CENSUS = memory(
            "census.bytes", "live objects by the census, what only weak references hold too", census(Parts::bytes));

    /** What of them is not data. */
    public static final Metric CENSUS_OVERHEAD = new Metric(
            "census.overhead",
            Unit.RATIO,
            LOWER,
            Family.OBJECT,
            "share of these bytes that is not payload",
            census(parts -> (double) parts.overhead() / parts.bytes()));

    /** All metrics, in the order in which they are shown. */
    public static final List<Metric> ALL = List.of(
            WALL,
            WINDOW,
            CPU,
            WINDOW_CPU,
            pauseCount("pause.count", "stop-the-world pauses of the collector", pausesOf(Durations::count)),
            pauses("sum", "all pauses together", Durations::sum),
            pauses("p50", "pause that half of the pauses do not exceed", all -> all.percentile(0.50)),
            pauses("p90", "pause that 90 % of the pauses do not exceed", all -> all.percentile(0.90)),
            pauses("p99", "pause that 99 % of the pauses do not exceed", all -> all.percentile(0.99)),
            PAUSE_MAX,
            pauseCount("stop.count", "safepoints, whatever they were for", stopsOf(Durations::count)),
            STOP_SUM,
            stops("p50", "stop that half of the stops do not exceed", all -> all.percentile(0.50)),
            stops("p90", "stop that 90 % of the stops do not exceed", all -> all.percentile(0.90)),
            stops("p99", "stop that 99 % of the stops do not exceed", all -> all.percentile(0.99)),
            STOP_MAX,
            STOP_GC_AT_SAFEPOINT,
            utilisation(10),
            utilisation(100),
            pauseTime(
                    "ttsp.sum",
                    "time until all threads stood still, all stops together",
                    facts -> facts.read(
                            RecordingProfile::stops,
                            stops -> stops.timeToSafepoint().sum())),
            pauseTime(
                    "ttsp.max",
                    "longest time until all threads stood still",
                    facts -> facts.read(
                            RecordingProfile::stops,
                            stops -> stops.timeToSafepoint().max())),
            pauseCount("stall.count", "waits of single threads for memory", stalls(Durations::count)),
            pauseTime("stall.sum", "time of threads in such waits", stalls(Durations::sum)),
            pauseTime("stall.max", "longest such wait", stalls(Durations::max)),
            pauseTime("pacing.sum", "time of threads held back by Shenandoah's pacing", TrialFacts::pacing),
            pauseCount("hiccup.count", "late wake-ups of a sleeping thread", process(ProcessProfile::hiccupCount)),
            pauseTime("hiccup.sum", "by how much it woke late, together", process(ProcessProfile::hiccupSum)),
            pauseTime("hiccup.max", "by how much it woke late at worst", process(ProcessProfile::hiccupMax)),
            pauseCount(
                    "gc.count",
                    "collections, concurrent ones too",
                    facts -> facts.read(RecordingProfile::collections, all -> Reading.of(all.count()))),
            new Metric(
                    "cycle.sum",
                    Unit.NANOSECONDS,
                    NEITHER,
                    Family.PAUSE,
                    "how long concurrent cycles lasted beside the program",
                    facts -> facts.read(
                            RecordingProfile::collections,
                            all -> all.concurrentCycles().sum())),
            GC_CPU,
            GC_CPU_SHARE,
            ALLOCATION,
            allocation(
                    "alloc.rate",
                    Unit.BYTES_PER_SECOND,
                    "allocated bytes per second of wall time",
                    AllocationProfile::bytesPerSecond),
            memory("heap.used.peak", "largest heap used, garbage included", heap(HeapProfile::peakUsed)),
            memory("heap.committed.peak", "largest heap committed", heap(HeapProfile::peakCommitted)),
            memory("heap.used.mean", "heap used, mean over time", footprint(Footprint::meanUsed)),
            memory("heap.committed.mean", "heap committed, mean over time", footprint(Footprint::meanCommitted)),
            byteSeconds("heap.used.integral", "heap used times seconds", Footprint::usedByteSeconds),
            byteSeconds("heap.committed.integral", "heap committed times seconds", Footprint::committedByteSeconds),
            memory("heap.after_gc", "heap used after the last collection", heap(HeapProfile::lastAfterGc)),
            LIVE_SET,
            liveSet("live_set.growth", "the same less what was reachable before the window", LiveSetProfile::growth),
            liveSet("heap.quiet", "heap used at the quiet point after a full collection", LiveSetProfile::heapUsed),
            GROWTH,
            GROWTH_LOW,
            GROWTH_HIGH,
            OUT_OF_MEMORY,
            PEAK_RESIDENT,
            memory(
                    "pss.end",
                    "proportional set size at the end of the recording",
                    process(ProcessProfile::proportional)),
            NODE_BYTES,
            NODE_OVERHEAD,
            CENSUS,
            object("census.header", "mark and class words and lengths of arrays", census(Parts::header)),
            object("census.references", "fields and elements that refer to objects", census(Parts::references)),
            new Metric(
                    "census.payload",
                    Unit.BYTES,
                    NEITHER,
                    Family.OBJECT,
                    "fields and elements of primitive types: the data itself",
                    census(Parts::payload)),
            object("census.padding", "bytes lost to alignment", census(Parts::padding)),
            object("census.hidden", "fields that the JVM adds to classes of its own", census(Parts::hidden)),
            CENSUS_OVERHEAD);

    private Metrics() {}

    /**
     * {@return the metric of that name}
     *
     * @param id as typed
     */
    public static Metric parse(String id) {
        return ALL.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> UserError.unknown("metric", id, ids()));
    }

    /** {@return the names of all metrics} */
    public static List<String> ids() {
        return ALL.stream().map(Metric::id).toList();
    }

    private static Reading window(TrialFacts facts) {
        return facts.profile()
                .read(profile -> profile.window().marked()
                        ? Reading.of(profile.window().duration().toNanos())
                        : Reading.absent("the recording marks no measured window; bundled workloads do"));
    }

    /** Both instruments read the same high-water mark; the probe reads it last, the parent also when the probe cannot. */
    private static Reading peakResident(TrialFacts facts) {
        var inside = facts.read(RecordingProfile::process, ProcessProfile::peakResident);
        return inside instanceof Reading.Value ? inside : facts.peakResident();
    }

    private static Metric time(String id, String summary, Function<TrialFacts, Reading> read) {
        return new Metric(id, Unit.NANOSECONDS, LOWER, Family.TIME, summary, read);
    }

    private static Metric pauseTime(String id, String summary, Function<TrialFacts, Reading> read) {
        return new Metric(id, Unit.NANOSECONDS, LOWER, Family.PAUSE, summary, read);
    }

    private static Metric pauseCount(String id, String summary, Function<TrialFacts, Reading> read) {
        return new Metric(id, Unit.COUNT, NEITHER, Family.PAUSE, summary, read);
    }

    private static Metric pauses(String figure, String summary, Function<Durations, Reading> read) {
        return pauseTime("pause." + figure, summary, pausesOf(read));
    }

    private static Metric stops(String figure, String summary, Function<Durations, Reading> read) {
        return pauseTime("stop." + figure, summary, stopsOf(read));
    }

    private static Metric utilisation(int millis) {
        var window = Duration.ofMillis(millis);
        return new Metric(
                "mmu." + millis + "ms",
                Unit.RATIO,
                HIGHER,
                Family.PAUSE,
                "least share that the program had of any " + millis + " ms for itself (MMU)",
                facts -> facts.read(
                        RecordingProfile::stops,
                        stops -> stops.utilisation()
                                .read(utilisation ->
                                        Reading.of(utilisation.minimum(window).orElseThrow()))));
    }

    private static Metric byteSeconds(String id, String summary, ToDoubleFunction<Footprint> figure) {
        return new Metric(id, Unit.BYTE_SECONDS, LOWER, Family.MEMORY, summary, footprint(figure));
    }

    private static Function<TrialFacts, Reading> footprint(ToDoubleFunction<Footprint> figure) {
        return heap(heap -> heap.footprint().read(footprint -> Reading.of(figure.applyAsDouble(footprint))));
    }

    private static Metric allocation(String id, Unit unit, String summary, Function<AllocationProfile, Reading> read) {
        return new Metric(
                id, unit, NEITHER, Family.ALLOCATION, summary, facts -> facts.read(RecordingProfile::allocation, read));
    }

    private static Metric memory(String id, String summary, Function<TrialFacts, Reading> read) {
        return new Metric(id, Unit.BYTES, LOWER, Family.MEMORY, summary, read);
    }

    private static Metric object(String id, String summary, Function<TrialFacts, Reading> read) {
        return new Metric(id, Unit.BYTES, LOWER, Family.OBJECT, summary, read);
    }

    private static Metric liveSet(String id, String summary, Function<LiveSetProfile, Reading> read) {
        return memory(id, summary, facts -> facts.read(RecordingProfile::liveSet, read));
    }

    private static Metric growth(String id, String summary, Function<GrowthProfile, Reading> read) {
        return new Metric(
                id, Unit.GROWTH, LOWER, Family.MEMORY, summary, facts -> facts.read(RecordingProfile::growth, read));
    }

    private static Function<TrialFacts, Reading> census(ToDoubleFunction<Parts> figure) {
        return facts -> facts.census().read(census -> Reading.of(figure.applyAsDouble(census.total())));
    }

    private static Function<TrialFacts, Reading> pausesOf(Function<Durations, Reading> read) {
        return facts -> facts.read(RecordingProfile::pauses, (PauseProfile pauses) -> read.apply(pauses.all()));
    }

    private static Function<TrialFacts, Reading> stopsOf(Function<Durations, Reading> read) {
        return facts -> facts.read(RecordingProfile::stops, (StopProfile stops) -> read.apply(stops.all()));
    }

    private static Function<TrialFacts, Reading> stalls(Function<Durations, Reading> read) {
        return facts -> facts.read(RecordingProfile::stalls, (StallProfile stalls) -> read.apply(stalls.all()));
    }

    private static Function<TrialFacts, Reading> heap(Function<HeapProfile, Reading> read) {
        return facts -> facts.read(RecordingProfile::heap, read);
    }

    private static Function<TrialFacts, Reading> process(Function<ProcessProfile, Reading> read) {
        return facts -> facts.read(RecordingProfile::process, read);
    }
}
