package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Constants;
import io.memcmp.analysis.jfr.Event;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Joins the events of each safepoint by its id, and tells the stops in which a collector paused from the others. */
public final class StopAnalysis implements EventAnalysis<StopProfile> {
    private static final String BEGIN = "jdk.SafepointBegin";
    private static final String CLEANUP = "jdk.SafepointCleanup";
    private static final String END = "jdk.SafepointEnd";
    private static final String OPERATION = "jdk.ExecuteVMOperation";
    private static final String ID = "safepointId";
    private static final String UNNAMED = "unnamed";

    /** So many are looked through for whole ones at once; events of safepoints so far apart never come in disorder. */
    private static final int MANY = 8192;

    private static final int APART = 1024;

    private final Map<Long, Safepoint> open = new HashMap<>();
    private final Stops stops = new Stops();
    private final LongStream.Builder pauses = LongStream.builder();
    private int many = MANY;

    /** Starts with none. */
    public StopAnalysis() {}

    /** What is known of one safepoint so far; its events may come in any order. Nanoseconds. */
    private static final class Safepoint {
        private boolean begun;
        private boolean ended;
        private boolean older;
        private long begin;
        private long end;
        private long beginning;
        private long cleanup;
        private long leaving;
        private String operation = UNNAMED;

        /** The recording may begin or end inside it. */
        boolean whole() {
            return begun && ended && end >= begin;
        }

        long standing() {
            return Math.max(0, leaving - begin - beginning);
        }
    }

    @Override
    public List<RequiredEvent> events() {
        return Stream.of(BEGIN, CLEANUP, END, OPERATION, PauseAnalysis.EVENT)
                .map(RequiredEvent::ofAnyLength)
                .toList();
    }

    @Override
    public void visit(Event event) {
        switch (event.name()) {
            case BEGIN -> {
                var safepoint = safepoint(event);
                safepoint.begun = true;
                safepoint.begin = event.startNanos();
                safepoint.beginning = event.endNanos() - event.startNanos();
            }
            case CLEANUP -> safepoint(event).cleanup = event.endNanos() - event.startNanos();
            case END -> {
                var safepoint = safepoint(event);
                safepoint.ended = true;
                safepoint.leaving = event.startNanos();
                safepoint.end = event.endNanos();
            }
            case OPERATION -> {
                // The others are handshakes, and stop one thread at a time. The id came with JDK 12.
                if (event.flag("safepoint") && event.has(ID)) {
                    safepoint(event).operation = EventReader.text(event, "operation");
                }
            }
            default -> pauses.add(event.startNanos());
        }
    }

    private Safepoint safepoint(Event event) {
        long id = event.number(ID);
        if (open.size() >= many) {
            open.entrySet().removeIf(entry -> entry.getKey() <= id - APART && closed(entry.getValue()));
            many = Math.max(MANY, 2 * open.size());
        }
        return open.computeIfAbsent(id, _ -> new Safepoint());
    }

    private boolean closed(Safepoint safepoint) {
        if (safepoint.whole()) {
            stops.add(
                    safepoint.begin,
                    safepoint.end,
                    safepoint.beginning - safepoint.cleanup,
                    safepoint.standing(),
                    safepoint.operation);
        }
        return safepoint.whole();
    }

    /**
     * A safepoint may lie across two chunks, never across three. Of merged recordings each counts its safepoints from 0, so
     * that what is left of one must not wait for the next.
     */
    @Override
    public void endOfChunk(Constants constants) {
        open.values().removeIf(safepoint -> {
            boolean over = safepoint.older;
            safepoint.older = true;
            return closed(safepoint) || over;
        });
    }

    @Override
    public Observed<StopProfile> profile(RecordingFacts facts) {
        var gap = gap(facts);
        if (gap.isPresent()) {
            return Observed.missing(gap.get());
        }
        var counted = bits(stop -> facts.counts(stops.begin(stop)) && facts.counts(stops.end(stop)));
        var collections = bits(hasPause());
        var others = (BitSet) counted.clone();
        others.andNot(collections);
        collections.and(counted);
        return Observed.of(new StopProfile(
                durations(counted, stops::nanos),
                split(facts, collections, stops::nanos),
                split(facts, others, stops::nanos),
                split(facts, collections, stops::standing),
                timeToSafepoint(facts, counted),
                byOperation(counted),
                spans(facts).map(spans -> MutatorUtilisation.of(spans, length(facts)))));
    }

    /** {@return when all threads were stopped inside the window, nanoseconds since it began} */
    Observed<Spans> spans(RecordingFacts facts) {
        if (length(facts) <= 0) {
            return Observed.missing("the span that was looked at has no length");
        }
        return gap(facts)
                .map(Observed::<Spans>missing)
                .orElseGet(() -> Observed.of(stops.spans(facts.window().startNanos(), length(facts))));
    }

    static long length(RecordingFacts facts) {
        return facts.window().duration().toNanos();
    }

    /** Who lacks one mostly lacks both, and should not have to record twice to hear of the second. */
    private static Optional<String> gap(RecordingFacts facts) {
        var begin = facts.gap(BEGIN);
        var end = facts.gap(END);
        boolean exist = facts.recorded().exists(BEGIN) && facts.recorded().exists(END);
        var either = begin.or(() -> end);
        if (either.isEmpty() || !exist) {
            return either;
        }
        var gaps = Stream.of(begin, end).flatMap(Optional::stream).map(gap -> gap.split("; ", 2)[0]);
        return Optional.of(
                gaps.collect(Collectors.joining(", ")) + "; " + all(BEGIN) + " and " + all(END) + " record all");
    }

    private static String all(String event) {
        return event + "#enabled=true," + event + "#threshold=0ms";
    }

    private BitSet bits(IntPredicate which) {
        var bits = new BitSet(stops.size());
        for (int stop = 0; stop < stops.size(); stop++) {
            bits.set(stop, which.test(stop));
        }
        return bits;
    }

    /** Not by the operation's name: names differ by collector and JDK, a pause inside is a pause inside. */
    private IntPredicate hasPause() {
        var ascending = pauses.build().sorted().toArray();
        return stop -> {
            int found = Arrays.binarySearch(ascending, stops.begin(stop));
            int next = found < 0 ? -found - 1 : found;
            return next < ascending.length && ascending[next] <= stops.end(stop);
        };
    }

    private Durations split(RecordingFacts facts, BitSet which, IntToLongFunction part) {
        return facts.gap(PauseAnalysis.EVENT).map(Durations::missing).orElseGet(() -> durations(which, part));
    }

    /** JDK 17 counts its clean-up into {@code SafepointBegin}; later ones have neither clean-up nor its event. */
    private Durations timeToSafepoint(RecordingFacts facts, BitSet which) {
        return facts.recorded()
                .gapWhereKnown(CLEANUP)
                .map(Durations::missing)
                .orElseGet(() -> durations(which, stops::reaching));
    }

    private SortedMap<String, Durations> byOperation(BitSet which) {
        var named = stops.operations().stream().map(_ -> LongStream.builder()).toList();
        which.stream().forEach(stop -> named.get(stops.operation(stop)).add(stops.nanos(stop)));
        var byOperation = new TreeMap<String, Durations>();
        for (int i = 0; i < named.size(); i++) {
            var durations = Durations.ofNanos(named.get(i).build());
            if (durations.size() > 0) {
                byOperation.put(stops.operations().get(i), durations);
            }
        }
        return byOperation;
    }

    private static Durations durations(BitSet which, IntToLongFunction part) {
        return Durations.ofNanos(which.stream().mapToLong(part));
    }
}
