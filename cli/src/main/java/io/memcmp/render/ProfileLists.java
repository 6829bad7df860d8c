package io.memcmp.render;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.result.SampledAllocation;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What one recording tells beyond the metrics: its lists, or the reason why there is none. */
final class ProfileLists {
    private final List<Block> blocks = new ArrayList<>();
    private final int most;
    private final Set<String> told;

    private ProfileLists(int most, Set<String> told) {
        this.most = most;
        this.told = told;
    }

    /** The lists, of the long ones the first {@code most} entries; what is missing for a reason that was told is left out. */
    static List<Block> of(RecordingProfile profile, int most, Set<String> told) {
        var lists = new ProfileLists(most, told);
        lists.lists(profile);
        return List.copyOf(lists.blocks);
    }

    private void lists(RecordingProfile profile) {
        part("pauses", profile.pauses(), pauses -> durations("pause", pauses.byName()));
        part("stops", profile.stops(), stops -> durations("stopped for", stops.byOperation()));
        part("collections", profile.collections(), all -> counts(all.byNameAndCause()));
        part("CPU time of the collector's threads", profile.gcCpu(), cpu -> {
            blocks.add(new Block.Note("CPU time of the collector's threads"));
            blocks.add(new Block.Fields(cpu.byThread().entrySet().stream()
                    .map(thread -> new Block.Field(
                            thread.getKey(), Quantities.text(thread.getValue().toNanos(), Unit.NANOSECONDS)))
                    .toList()));
        });
        part("allocation", profile.allocation(), allocation -> {
            part("allocation by class and place", allocation.source(), event -> {
                blocks.add(new Block.Note(sampled(allocation, event, profile.window())));
                shares("class", allocation.topClasses());
                shares("place", allocation.topSites());
            });
        });
        part("live set", profile.liveSet(), live -> {
            blocks.add(new Block.Note("alive at the quiet point"));
            blocks.add(new Block.Table(
                    List.of("class", "instances", "bytes"),
                    live.classes().stream()
                            .limit(most)
                            .map(each -> List.of(
                                    each.className(),
                                    Quantities.text(each.instances(), Unit.COUNT),
                                    Quantities.text(each.bytes(), Unit.BYTES)))
                            .toList(),
                    Block.Kind.FIGURES));
        });
    }

    private <T> void part(String name, Observed<T> part, Consumer<T> show) {
        switch (part) {
            case Observed.Present<T>(var value) -> show.accept(value);
            case Observed.Missing<T>(var reason) -> {
                if (!told.contains(reason)) {
                    blocks.add(new Block.Note("no " + name + ": " + reason));
                }
            }
        }
    }

    private void durations(String what, Map<String, Durations> byName) {
        if (byName.isEmpty()) {
            blocks.add(new Block.Note("none: " + what));
            return;
        }
        blocks.add(new Block.Table(
                List.of(what, "count", "sum", "p50", "p90", "p99", "max"),
                byName.entrySet().stream().map(ProfileLists::row).toList(),
                Block.Kind.FIGURES));
    }

    private static List<String> row(Map.Entry<String, Durations> entry) {
        var all = entry.getValue();
        return List.of(
                entry.getKey(),
                Integer.toString(all.size()),
                time(all.sum()),
                time(all.percentile(0.50)),
                time(all.percentile(0.90)),
                time(all.percentile(0.99)),
                time(all.max()));
    }

    private static String time(Reading reading) {
        return switch (reading) {
            case Reading.Value(double nanos) -> Quantities.text(nanos, Unit.NANOSECONDS);
            case Reading.Absent _ -> "–";
        };
    }

    private void counts(Map<String, Long> counts) {
        if (counts.isEmpty()) {
            blocks.add(new Block.Note("none: collection"));
            return;
        }
        blocks.add(new Block.Table(
                List.of("collection", "count"),
                counts.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), Long.toString(entry.getValue())))
                        .toList(),
                Block.Kind.FIGURES));
    }

    /** An estimate, and named so: the exact figure is a metric, and the probe's. */
    private static String sampled(AllocationProfile allocation, String event, Window window) {
        var bytes = SampledAllocation.bytes(allocation);
        var rate = SampledAllocation.bytesPerSecond(allocation, window);
        return "allocated %s by samples (%s, %s of them), an estimate%s"
                .formatted(
                        Quantities.text(bytes, Unit.BYTES),
                        event,
                        Quantities.text(allocation.samples(), Unit.COUNT),
                        rate.isPresent()
                                ? "; " + Quantities.text(rate.getAsDouble(), Unit.BYTES_PER_SECOND) + " of the span"
                                : "");
    }

    private void shares(String what, List<AllocationProfile.Share> shares) {
        if (shares.isEmpty()) {
            return;
        }
        blocks.add(new Block.Table(
                List.of(what, "sampled", "share"),
                shares.stream()
                        .limit(most)
                        .map(share -> List.of(
                                share.name(),
                                Quantities.text(share.bytes(), Unit.BYTES),
                                Quantities.text(share.fraction(), Unit.RATIO)))
                        .toList(),
                Block.Kind.FIGURES));
    }
}
