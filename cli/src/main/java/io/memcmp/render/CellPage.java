package io.memcmp.render;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.result.CellResult;
import io.memcmp.result.Metrics;
import io.memcmp.result.Summary;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything about one cell: all metrics, and the lists of its first recording. */
final class CellPage {
    private static final int MOST = 10;

    private final List<Block> blocks = new ArrayList<>();

    private CellPage() {}

    static List<Block> of(CellResult cell, CellNames names) {
        var page = new CellPage();
        page.metrics(cell, names.of(cell.cell()));
        cell.profile().ifPresent(page::profile);
        return List.copyOf(page.blocks);
    }

    private void metrics(CellResult cell, String name) {
        blocks.add(new Block.Heading(name + " · " + cell.outcomes()));
        blocks.add(new Block.Fields(Metrics.ALL.stream()
                .map(metric -> new Block.Field(metric.id(), text(cell.summary(metric), metric.unit())))
                .toList()));
    }

    private static String text(Summary summary, Unit unit) {
        return switch (summary) {
            case Summary.Of(var sample) when sample.size() == 1 -> Quantities.text(sample.median(), unit);
            case Summary.Of(var sample) ->
                "%s (%s)"
                        .formatted(
                                Quantities.text(sample.median(), unit),
                                Quantities.range(sample.min(), sample.max(), sample.median(), unit));
            case Summary.Absent(var reason) -> "– (" + reason + ")";
        };
    }

    private void profile(RecordingProfile profile) {
        blocks.add(new Block.Note(profile.jvm().name() + ": " + profile.jvm().jvmArguments()));
        part("pauses", profile.pauses(), pauses -> durations("pause", pauses.byName()));
        part("stops", profile.stops(), stops -> durations("stopped for", stops.byOperation()));
        part("collections", profile.collections(), all -> counts(all.byNameAndCause()));
        part(
                "CPU time of the collector's threads",
                profile.gcCpu(),
                cpu -> blocks.add(new Block.Fields(cpu.byThread().entrySet().stream()
                        .map(thread -> new Block.Field(
                                thread.getKey(),
                                Quantities.text(thread.getValue().toNanos(), Unit.NANOSECONDS)))
                        .toList())));
        part("allocation", profile.allocation(), allocation -> {
            shares("allocated most, by class, by samples", allocation.topClasses());
            shares("allocated most, by place, by samples", allocation.topSites());
        });
        part("live set", profile.liveSet(), live -> {
            blocks.add(new Block.Note("alive at the quiet point"));
            blocks.add(new Block.Table(
                    List.of("class", "instances", "bytes"),
                    live.classes().stream()
                            .limit(MOST)
                            .map(each -> List.of(
                                    each.className(),
                                    Quantities.text(each.instances(), Unit.COUNT),
                                    Quantities.text(each.bytes(), Unit.BYTES)))
                            .toList(),
                    Block.Kind.FIGURES));
        });
    }

    private <T> void part(String name, Observed<T> part, java.util.function.Consumer<T> show) {
        switch (part) {
            case Observed.Present<T>(var value) -> show.accept(value);
            case Observed.Missing<T>(var reason) -> blocks.add(new Block.Note("no " + name + ": " + reason));
        }
    }

    private void durations(String what, Map<String, Durations> byName) {
        if (byName.isEmpty()) {
            blocks.add(new Block.Note("none: " + what));
            return;
        }
        blocks.add(new Block.Table(
                List.of(what, "count", "sum", "p50", "p90", "p99", "max"),
                byName.entrySet().stream().map(CellPage::row).toList(),
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
        blocks.add(new Block.Table(
                List.of("collection", "count"),
                counts.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), Long.toString(entry.getValue())))
                        .toList(),
                Block.Kind.FIGURES));
    }

    private void shares(String title, List<AllocationProfile.Share> shares) {
        blocks.add(new Block.Note(title));
        blocks.add(new Block.Table(
                List.of("", "sampled", "share"),
                shares.stream()
                        .limit(MOST)
                        .map(share -> List.of(
                                share.name(),
                                Quantities.text(share.bytes(), Unit.BYTES),
                                Quantities.text(share.fraction(), Unit.RATIO)))
                        .toList(),
                Block.Kind.FIGURES));
    }
}
