package io.memcmp.analysis.process;

import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.Snapshot;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jvm.CollectorKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Reads what the probe found out about the process as a whole. */
public final class ProcessAnalysis implements EventAnalysis<ProcessProfile> {
    /** The first JDK whose ZGC can have two generations, with a heap that is mapped once. */
    private static final int ZGC_MAPS_ONCE = 21;

    private final Map<String, Hiccups> hiccups = new HashMap<>();

    private record Hiccups(long count, long excess, long maximum) {
        /** Tallies since the start only grow: of several chunk ends the largest is the last. */
        Hiccups later(Hiccups other) {
            boolean grown = count == other.count ? other.excess > excess : other.count > count;
            return grown ? other : this;
        }
    }

    /** Starts with none. */
    public ProcessAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.plain("memcmp.Hiccups"));
    }

    @Override
    public void visit(Event event) {
        var one = new Hiccups(event.number("count"), event.number("excess"), event.number("maximum"));
        hiccups.merge(EventReader.text(event, "point"), one, Hiccups::later);
    }

    @Override
    public Observed<ProcessProfile> profile(RecordingFacts facts) {
        var totals = facts.totals();
        var gap = totals.gap();
        if (gap.isPresent()) {
            return Observed.missing(gap.get());
        }
        var unreadable = "this system does not tell";
        return Observed.of(new ProcessProfile(
                totals.growth(Snapshot::processCpu, unreadable),
                totals.atEnd(Snapshot::processCpu, unreadable),
                peakResident(facts),
                totals.atEnd(Snapshot::proportional, unreadable),
                hiccup(facts, Hiccups::count),
                hiccup(facts, Hiccups::excess),
                hiccup(facts, Hiccups::maximum)));
    }

    private static Reading peakResident(RecordingFacts facts) {
        int feature = facts.jvm().feature();
        if (facts.collector() == CollectorKind.ZGC && feature > 0 && feature < ZGC_MAPS_ONCE) {
            return Reading.absent(
                    "ZGC of this JDK maps the heap several times, which resident size counts each time; see pss.end");
        }
        var unreadable = "this system does not tell";
        var atWindowEnd = facts.totals().atWindowEnd(Snapshot::peakResident, unreadable);
        return atWindowEnd instanceof Reading.Value
                ? atWindowEnd
                : facts.totals().atEnd(Snapshot::peakResident, unreadable);
    }

    private Reading hiccup(RecordingFacts facts, ToLongFunction<Hiccups> figure) {
        var seen = hiccups.get(facts.window().marked() ? "measure-end" : "chunk-end");
        return seen == null
                ? Reading.absent("no hiccups were watched for to the end of the window")
                : Reading.ofKnown(figure.applyAsLong(seen), "this system does not tell");
    }
}
