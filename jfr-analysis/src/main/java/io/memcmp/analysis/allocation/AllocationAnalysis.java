package io.memcmp.analysis.allocation;

import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.Snapshot;
import io.memcmp.analysis.allocation.AllocationProfile.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;

/** Takes the exact total from the probe, and what and where from JFR's samples. */
public final class AllocationAnalysis implements EventAnalysis<AllocationProfile> {
    private static final String SAMPLE = "jdk.ObjectAllocationSample";
    private static final int TOP = 20;

    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();

    private record Sample(Instant at, String className, String site, long weight) {}

    /** Starts with none. */
    public AllocationAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(new RequiredEvent(SAMPLE, Map.of("throttle", "300/s", "stackTrace", "true")));
    }

    @Override
    public void accept(RecordedEvent event) {
        samples.add(new Sample(
                event.getStartTime(), shared(className(event)), shared(site(event)), event.getLong("weight")));
    }

    /** One string for each name, however many samples carry it. */
    private String shared(String name) {
        return shared.computeIfAbsent(name, Function.identity());
    }

    private static String className(RecordedEvent event) {
        RecordedClass type = event.getClass("objectClass");
        return type == null ? "unknown" : SourceNames.of(type.getName());
    }

    /** The program's own line, where there is one: that {@code Arrays.copyOf} allocates helps nobody. */
    private static String site(RecordedEvent event) {
        var trace = event.getStackTrace();
        if (trace == null || trace.getFrames().isEmpty()) {
            return "unknown";
        }
        var frames = trace.getFrames();
        return frames.stream()
                .filter(AllocationAnalysis::isOfProgram)
                .findFirst()
                .map(AllocationAnalysis::place)
                .orElseGet(() -> place(frames.getFirst()));
    }

    private static boolean isOfProgram(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        return !type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.");
    }

    private static String place(RecordedFrame frame) {
        var method = frame.getMethod();
        var place = method.getType().getName() + "." + method.getName();
        return frame.getLineNumber() > 0 ? place + ":" + frame.getLineNumber() : place;
    }

    @Override
    public Observed<AllocationProfile> profile(RecordingFacts facts) {
        var total = facts.totals().growth(Snapshot::allocated, "this JDK does not tell what all threads allocated");
        var gap = facts.gap(SAMPLE);
        if (gap.isPresent() && total instanceof Reading.Absent) {
            return Observed.missing(gap.get());
        }
        var counted =
                samples.stream().filter(sample -> facts.counts(sample.at())).toList();
        return Observed.of(new AllocationProfile(
                total,
                perSecond(total, facts.totals().span()),
                top(counted, Sample::className),
                top(counted, Sample::site),
                counted.size()));
    }

    private static Reading perSecond(Reading total, Duration span) {
        return switch (total) {
            case Reading.Value(double bytes) when span.toNanos() > 0 -> Reading.of(bytes / span.toNanos() * 1e9);
            case Reading.Value _ -> Reading.absent("the time between the totals has no length");
            case Reading.Absent absent -> absent;
        };
    }

    private static List<Share> top(List<Sample> samples, Function<Sample, String> name) {
        var weights = new HashMap<String, Long>();
        long all = 0;
        for (var sample : samples) {
            weights.merge(name.apply(sample), sample.weight(), Long::sum);
            all += sample.weight();
        }
        double sum = Math.max(1, all);
        return weights.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue(), entry.getValue() / sum))
                .sorted(Comparator.comparingDouble(Share::bytes).reversed().thenComparing(Share::name))
                .limit(TOP)
                .toList();
    }
}
