package io.memcmp.analysis.allocation;

import io.memcmp.analysis.AnalysisOptions;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordedEvents;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.Snapshot;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.jfr.Constants;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jfr.EventChoice;
import io.memcmp.analysis.jfr.EventVisitor;
import io.memcmp.analysis.jfr.ReadResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the exact total from the probe, and what and where from JFR's samples; where a recording has none, from the
 * allocation buffers that JDKs before 16 record instead.
 */
public final class AllocationAnalysis implements EventAnalysis<AllocationProfile> {
    private static final String SAMPLE = "jdk.ObjectAllocationSample";
    private static final String BUFFER = "jdk.ObjectAllocationInNewTLAB";
    private static final String OUTSIDE = "jdk.ObjectAllocationOutsideTLAB";

    private final Window counted;
    private final AnalysisOptions options;
    private final AllocationSums sums;
    private boolean buffered;

    /**
     * Starts with none.
     *
     * @param counted what began in it counts: there may be too many samples to keep them until all is known
     * @param options how many entries the lists have, what makes a place, and whether there is a tree
     */
    public AllocationAnalysis(Window counted, AnalysisOptions options) {
        this.counted = counted;
        this.options = options;
        sums = new AllocationSums(options);
    }

    @Override
    public List<RequiredEvent> events() {
        var settings = Map.of("throttle", "300/s", "stackTrace", "true");
        return List.of(new RequiredEvent(SAMPLE, settings, EventChoice.ALL_FRAMES));
    }

    @Override
    public void visit(Event event) {
        add(event, "weight");
    }

    private void add(Event event, String size) {
        if (!counted.contains(event.startNanos())) {
            return;
        }
        sums.add(event.stackId(), event.id("objectClass"), event.number(size));
        if (sums.full()) {
            sums.resolve(event.constants());
        }
    }

    @Override
    public void endOfChunk(Constants constants) {
        sums.resolve(constants);
    }

    /**
     * {@return who must see the recording once more, as it has no samples but allocation buffers} Not at once: where there
     * are both they tell the same twice, and the buffers are most of such a recording.
     *
     * @param read what was met the first time
     */
    public Optional<EventVisitor> secondLook(ReadResult read) {
        boolean sampled = count(read, SAMPLE) > 0;
        buffered = !sampled && count(read, BUFFER) + count(read, OUTSIDE) > 0;
        return buffered ? Optional.of(new Buffers()) : Optional.empty();
    }

    private static long count(ReadResult read, String event) {
        return read.eventCounts().getOrDefault(event, 0L);
    }

    private final class Buffers implements EventVisitor {
        @Override
        public List<EventChoice> choices() {
            return List.of(
                    new EventChoice(BUFFER, EventChoice.ALL_FRAMES), new EventChoice(OUTSIDE, EventChoice.ALL_FRAMES));
        }

        @Override
        public void visit(Event event) {
            add(event, event.name().equals(BUFFER) ? "tlabSize" : "allocationSize");
        }

        @Override
        public void endOfChunk(Constants constants) {
            sums.resolve(constants);
        }
    }

    @Override
    public Observed<AllocationProfile> profile(RecordingFacts facts) {
        var total = facts.totals().growth(Snapshot::allocated, "this JDK does not tell what all threads allocated");
        var source = source(facts.recorded());
        if (source instanceof Observed.Missing<String>(var reason) && total instanceof Reading.Absent) {
            return Observed.missing(reason);
        }
        return Observed.of(new AllocationProfile(
                total,
                perSecond(total, facts.totals().span()),
                sums.topClasses(options.top()),
                sums.topPlaces(options.top()),
                sums.count(),
                source,
                sums.tree()));
    }

    private Observed<String> source(RecordedEvents recorded) {
        if (buffered) {
            return recorded.partly(BUFFER)
                    .or(() -> recorded.partly(OUTSIDE))
                    .<Observed<String>>map(Observed::missing)
                    .orElseGet(() -> Observed.of(BUFFER + ", " + OUTSIDE));
        }
        var best = recorded.exists(SAMPLE) ? SAMPLE : BUFFER;
        return recorded.gap(best).<Observed<String>>map(Observed::missing).orElseGet(() -> Observed.of(best));
    }

    private static Reading perSecond(Reading total, Duration span) {
        return switch (total) {
            case Reading.Value(double bytes) when span.toNanos() > 0 -> Reading.of(bytes / span.toNanos() * 1e9);
            case Reading.Value _ -> Reading.absent("the time between the totals has no length");
            case Reading.Absent absent -> absent;
        };
    }
}
