package io.memcmp.analysis.leak;

import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jvm.CollectorKind;
import io.memcmp.analysis.leak.GrowthProfile.Exhaustion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the slope of the heap after collections. Which collections count is decided in {@link WholeHeap}, how the line is drawn
 * in {@link Trend}.
 */
public final class GrowthAnalysis implements EventAnalysis<GrowthProfile> {
    private static final String SUMMARY = "jdk.GCHeapSummary";
    private static final String COLLECTION = "jdk.GarbageCollection";
    private static final String PAUSE = "jdk.GCPhasePause";
    private static final String LIMIT = "jdk.GCHeapConfiguration";

    /** Enough for any curve, and few enough for all pairs of them. */
    private static final int SPANS = 60;

    /** What grew for a shorter part of the window may be anything. */
    private static final double LEAST_PART = 1.0 / 3;

    private static final double NANOS = 1e9;

    /** Full collections, so that those of concurrent collectors are not needed. */
    private static final int ENOUGH = 2 * Trend.FEWEST_LOOKS;

    private static final String NO_LIMIT = "the recording does not tell the largest heap";

    private final WholeHeap wholeHeap = new WholeHeap();
    private long maximum;

    /** Starts with nothing seen. */
    public GrowthAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(
                RequiredEvent.plain(SUMMARY),
                RequiredEvent.ofAnyLength(COLLECTION),
                RequiredEvent.ofAnyLength(PAUSE),
                RequiredEvent.periodic(LIMIT, "beginChunk"));
    }

    @Override
    public void visit(Event event) {
        switch (event.name()) {
            case SUMMARY -> {
                if ("After GC".equals(event.text("when"))) {
                    wholeHeap.after(event.startNanos(), event.number("heapUsed"), event.number("gcId"));
                }
            }
            case COLLECTION -> wholeHeap.collection(EventReader.text(event, "name"), event.number("gcId"));
            case PAUSE -> wholeHeap.pause(EventReader.text(event, "name"), event.endNanos(), event.number("gcId"));
            default -> maximum = event.number("maxSize");
        }
    }

    @Override
    public Observed<GrowthProfile> profile(RecordingFacts facts) {
        var reason = switch (facts.collector()) {
            case EPSILON -> Optional.of("Epsilon never collects, so dead objects cannot be told from live ones");
            case UNKNOWN ->
                Optional.of("which collector ran is unknown, and so which collections are of the whole heap");
            case SERIAL, PARALLEL, G1, ZGC, SHENANDOAH ->
                Stream.of(SUMMARY, COLLECTION, PAUSE)
                        .flatMap(event -> facts.gap(event).stream())
                        .findFirst();
        };
        return reason.isPresent() ? Observed.missing(reason.get()) : growth(facts);
    }

    private Observed<GrowthProfile> growth(RecordingFacts facts) {
        double seconds = facts.window().duration().toNanos() / NANOS;
        var seen = wholeHeap.seen(facts, ENOUGH);
        if (seen.looks().size() < Trend.FEWEST_LOOKS) {
            return Observed.missing(few(facts.collector(), seen.looks().size()));
        }
        var looks = seen.looks().lowestOf(SPANS, seconds);
        if (looks.size() < Trend.FEWEST_LOOKS) {
            return Observed.missing("the collections of the whole heap fell into " + looks.size() + " of " + SPANS
                    + " equal parts of the time, and a slope takes " + Trend.FEWEST_LOOKS + "; a longer run has more");
        }
        var trend = Trend.of(looks);
        int stretch = looks.size() - trend.from();
        if (stretch < Trend.FEWEST_LOOKS && !trend.line().contains(0)) {
            return Observed.missing("the pace of growth changed near the end, and the " + stretch
                    + " looks after that are too few to tell a slope by; a longer run has more");
        }
        double garbage = seen.exact() ? 0 : Garbage.share(facts.collector());
        return Observed.of(profile(facts, looks, trend, garbage));
    }

    private static String few(CollectorKind collector, int seen) {
        boolean g1 = collector == CollectorKind.G1;
        var what = switch (seen) {
            case 0 -> g1 ? "G1 never marked the whole heap" : "the whole heap was never collected";
            case 1 -> g1 ? "G1 marked the whole heap once" : "the whole heap was collected once";
            default -> (g1 ? "G1 marked the whole heap " : "the whole heap was collected ") + seen + " times";
        };
        return what + ", and a slope takes " + Trend.FEWEST_LOOKS
                + " such looks; a longer run or a smaller heap has more";
    }

    private GrowthProfile profile(RecordingFacts facts, Looks looks, Trend trend, double garbage) {
        var window = facts.window();
        double seconds = window.duration().toNanos() / NANOS;
        var line = trend.line();
        double level = Math.max(0, line.level() + line.slope() * seconds);
        double start = trend.from() == 0 ? 0 : looks.seconds(trend.from());
        double drift = garbage * level / (seconds - start);
        var slope = new Line(line.slope(), line.low() - drift, line.high() + drift, level);
        var full = outOfMemory(slope, garbage, (seconds - start) / seconds, Garbage.usable(facts.collector()));
        return new GrowthProfile(
                looks.size() - trend.from(),
                window.start().plus(Duration.ofNanos((long) (start * NANOS))),
                slope.slope(),
                slope.low(),
                slope.high(),
                level,
                maximum > 0 ? Reading.of(maximum) : Reading.absent(NO_LIMIT),
                full);
    }

    private Observed<Exhaustion> outOfMemory(Line slope, double garbage, double part, double usable) {
        if (slope.low() <= 0) {
            return Observed.missing("no growth is shown: the interval of the slope "
                    + (slope.high() < 0 ? "lies below 0" : "contains 0"));
        }
        if (part < LEAST_PART) {
            return Observed.missing("growth was even in the last " + Math.round(part * 100)
                    + " % of the time only, and what went on for so short may end as well");
        }
        if (maximum <= 0) {
            return Observed.missing(NO_LIMIT);
        }
        double level = slope.level();
        return Observed.of(new Exhaustion(
                nanos(maximum - level, slope.slope()),
                nanos(usable * maximum - level, slope.high()),
                nanos(maximum - (1 - garbage) * level, slope.low())));
    }

    private static double nanos(double room, double slope) {
        return Math.max(0, room) / slope * NANOS;
    }
}
