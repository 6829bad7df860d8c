package io.memcmp.agreement;

import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.pause.Pause;
import io.memcmp.plan.Collector;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** The log of a run, with its clock set by the recording's: what lies where is then a question of the log alone. */
final class LoggedRun {
    /** A line of the log is stamped a little after what it tells of, nanoseconds. */
    private static final long CLOCKS = 200_000;

    /** By so much a clock may run faster than the other, and a figure of the log be rounded: a share, and nanoseconds. */
    private static final double RATE = 0.001;

    private static final long ROUNDING = 2_000;

    private final GcLog log;
    private final List<GcLog.Pause> logged;
    private final List<Pause> recorded;
    private final RecordingProfile whole;
    private final Collector collector;
    private final long jvmStart;

    LoggedRun(Measured run) {
        this.log = run.log();
        var machine = run.machine();
        this.collector = machine.collector();
        this.logged =
                collector == Collector.SERIAL && machine.jdk().feature() < 21 ? log.withoutGivenUp() : log.pauses();
        this.whole = run.whole();
        this.recorded = run.whole(RecordingProfile::pauses).pauses();
        this.jvmStart = jvmStart();
    }

    /** A pause that both have. */
    record Pair(Pause recorded, GcLog.Pause logged) {
        long ours() {
            return recorded.duration().toNanos();
        }

        long theirs() {
            return logged.nanos();
        }
    }

    /**
     * {@return whether one of the two lies in the other as the JVM nests them} Parallel's log is inside the event, that of
     * all others around it. However late a thread reads the outer clock, that makes the outer one longer.
     */
    boolean isOneInTheOther(Pair pair) {
        boolean loggedInside = collector == Collector.PARALLEL;
        long inner = loggedInside ? pair.theirs() : pair.ours();
        long outer = loggedInside ? pair.ours() : pair.theirs();
        return inner <= outer + ROUNDING + RATE * outer;
    }

    /** {@return by how much half of the pairs differ at most, nanoseconds} */
    long medianDifference() {
        var differences = pairs().stream()
                .mapToLong(pair -> Math.abs(pair.ours() - pair.theirs()))
                .sorted()
                .toArray();
        return differences[differences.length / 2];
    }

    /**
     * {@return what may lie between the log's clock and the event's in half of the pauses, nanoseconds} Five times or more what does
     * where nothing else runs: lines of the log, and what Serial does after the end of its event.
     */
    long apart() {
        return switch (collector) {
            case SERIAL -> 600_000;
            case PARALLEL -> 300_000;
            case G1 -> 100_000;
            case SHENANDOAH, SHENANDOAH_GEN -> 30_000;
            case ZGC -> 5_000; // one clock for both
            case EPSILON -> throw new IllegalStateException("has no pauses");
        };
    }

    /** {@return the pauses that both have}, matched by collection and order */
    List<Pair> pairs() {
        var byId = new HashMap<Long, List<GcLog.Pause>>();
        logged.forEach(pause ->
                byId.computeIfAbsent(pause.gcId(), _ -> new ArrayList<>()).add(pause));
        var pairs = new ArrayList<Pair>();
        var seen = new HashMap<Long, Integer>();
        for (var pause : recorded) {
            int index = seen.merge(pause.gcId(), 1, Integer::sum) - 1;
            var candidates = byId.getOrDefault(pause.gcId(), List.of());
            if (index < candidates.size()) {
                pairs.add(new Pair(pause, candidates.get(index)));
            }
        }
        return pairs;
    }

    /** The log counts from the start of the JVM; the median over all pauses tells when that was. */
    private long jvmStart() {
        var starts = pairs().stream()
                .map(pair -> nanos(pair.recorded().start()) - pair.logged().start())
                .sorted()
                .toList();
        return starts.get(starts.size() / 2);
    }

    private static long nanos(Instant instant) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    }

    private Instant instant(long uptime) {
        return Instant.EPOCH.plusNanos(jvmStart + uptime);
    }

    /**
     * {@return the pauses of the log that the recording should hold} It begins a while after the JVM, and a collection
     * that the end of the JVM cuts off never becomes an event.
     */
    List<GcLog.Pause> covered() {
        long last = recorded.stream().mapToLong(Pause::gcId).max().orElse(-1);
        var extent = whole.window();
        return logged.stream()
                .filter(pause -> pause.gcId() <= last)
                .filter(pause -> !instant(pause.start()).isBefore(extent.start()))
                .toList();
    }

    /** {@return pauses of the log that began inside the window}, moved outwards at both ends; inwards where negative */
    List<GcLog.Pause> pausesIn(Window window, Duration margin) {
        return covered().stream()
                .filter(pause -> isIn(window, margin, pause.start()))
                .toList();
    }

    /** {@return safepoints of the log that lie inside the window}, moved outwards at both ends; inwards where negative */
    List<GcLog.Stop> stopsIn(Window window, Duration margin) {
        return log.stops().stream()
                .filter(stop -> isIn(window, margin, stop.start()) && isIn(window, margin, stop.end()))
                .toList();
    }

    /** {@return whether the log has a pause of the collector inside that stop}; both clocks are the log's */
    boolean collected(GcLog.Stop stop) {
        return logged.stream().anyMatch(pause -> pause.end() > stop.start() && pause.end() <= stop.end() + CLOCKS);
    }

    /** {@return the ids of collections that somebody asked for} */
    Stream<Long> forced() {
        return log.pauses().stream().filter(GcLog.Pause::forced).map(GcLog.Pause::gcId);
    }

    private boolean isIn(Window window, Duration margin, long uptime) {
        var at = instant(uptime);
        return !at.isBefore(window.start().minus(margin))
                && !at.isAfter(window.end().plus(margin));
    }
}
