package io.memcmp.render;

import io.memcmp.analysis.Completeness;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.Scope;
import io.memcmp.analysis.Scope.Moment;
import io.memcmp.analysis.jfr.Loss;
import io.memcmp.result.Family;
import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.RecordingResult;
import io.memcmp.result.Report;
import io.memcmp.result.Unit;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The report of recordings: what they are, one table over them, and everything about one that stands alone. */
final class RecordingsPage {
    /** For recordings that mark no window: what their figures speak of. */
    private static final Metric SPAN = new Metric(
            "span",
            Unit.NANOSECONDS,
            Metric.Better.NEITHER,
            Family.TIME,
            "how long the part is that the figures speak of",
            facts -> facts.profile()
                    .read(profile -> Reading.of(profile.window().duration().toNanos())));

    private final Report.Recordings report;
    private final RecordingNames names;
    private final boolean all;
    private final List<Block> blocks = new ArrayList<>();
    private Map<String, String> footnotes = Map.of();

    private RecordingsPage(Report.Recordings report, boolean all) {
        this.report = report;
        this.all = all;
        this.names = RecordingNames.of(report);
    }

    static List<Block> of(Report.Recordings report, boolean details) {
        var page = new RecordingsPage(report, details);
        page.overview();
        for (var recording : report.read()) {
            if (details || report.recordings().size() == 1) {
                page.details(recording);
            }
        }
        return List.copyOf(page.blocks);
    }

    private void overview() {
        blocks.add(new Block.Heading(title()));
        report.recordings().stream()
                .filter(_ -> report.recordings().size() == 1)
                .forEach(only -> blocks.add(new Block.Note(identity(only))));
        part();
        remarks();
        var rows = report.read().stream()
                .map(recording -> Row.of(recording, names.of(recording), all))
                .toList();
        blocks.addAll(Headline.of(rows));
        var table = new MetricTable(rows.stream().allMatch(Row::marked) ? Metrics.WINDOW : SPAN);
        rows.forEach(table::medians);
        blocks.addAll(table.blocks());
        report.read()
                .forEach(read -> blocks.addAll(
                        GrowthNotes.of(read.profile(), report.recordings().size() == 1 ? "" : names.of(read))));
        footnotes = table.footnotes();
        if (report.recordings().size() > 1) {
            blocks.add(new Block.Heading("Recordings"));
            blocks.add(new Block.Fields(report.recordings().stream()
                    .map(recording -> new Block.Field(names.of(recording), identity(recording)))
                    .toList()));
        }
        blocks.addAll(WorkNotes.of(rows));
        blocks.addAll(OverheadTable.of(rows));
    }

    private String title() {
        if (report.recordings().size() == 1) {
            return report.recordings().getFirst().source().name();
        }
        long unreadable = count(RecordingResult.Unreadable.class);
        long outside = count(RecordingResult.Outside.class);
        return report.recordings().size() + " recordings"
                + (unreadable == 0 ? "" : ", " + unreadable + " of them unreadable")
                + (outside == 0 ? "" : ", " + outside + " of them outside the part that counts");
    }

    private long count(Class<? extends RecordingResult> kind) {
        return report.recordings().stream().filter(kind::isInstance).count();
    }

    private void part() {
        if (report.options().scope() instanceof Scope.Between(var from, var to)) {
            blocks.add(new Block.Note("counted is what began from %s to %s"
                    .formatted(
                            from.map(RecordingsPage::text).orElse("the beginning"),
                            to.map(RecordingsPage::text).orElse("the end"))));
        }
    }

    private static String text(Moment moment) {
        return switch (moment) {
            case Moment.After(var sinceStart) ->
                Quantities.text(sinceStart.toNanos(), Unit.NANOSECONDS) + " after the beginning";
            case Moment.At(var instant) -> instant.toString();
        };
    }

    private static String identity(RecordingResult recording) {
        var size = Quantities.text(recording.source().bytes(), Unit.BYTES);
        return switch (recording) {
            case RecordingResult.Read read ->
                "%s · %s, %s events in %s · %s"
                        .formatted(
                                JvmLabel.of(read.profile().jvm()),
                                size,
                                Quantities.text(read.read().events(), Unit.COUNT),
                                chunks(read.read().chunks()),
                                covered(read.profile().completeness()));
            case RecordingResult.Unreadable _ -> size + ", unreadable";
            case RecordingResult.Outside _ -> size + ", outside the part that counts";
        };
    }

    private static String covered(Completeness span) {
        long nanos = Duration.between(span.from(), span.to()).toNanos();
        return Quantities.text(nanos, Unit.NANOSECONDS) + " from " + span.from().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String chunks(int count) {
        return count == 1 ? "1 chunk" : Quantities.text(count, Unit.COUNT) + " chunks";
    }

    private void remarks() {
        for (var recording : report.recordings()) {
            var name = names.of(recording);
            switch (recording) {
                case RecordingResult.Read read ->
                    read.incomplete()
                            .ifPresent(reason -> blocks.add(
                                    new Block.Note(name + ": recording incomplete: " + reason + lost(read))));
                case RecordingResult.Unreadable(var source, var reason) ->
                    blocks.add(
                            new Block.Note(reason.contains(source.name()) ? reason : name + ": unreadable: " + reason));
                case RecordingResult.Outside(var source, var reason) ->
                    blocks.add(new Block.Note(reason.contains(source.name()) ? reason : name + ": " + reason));
            }
        }
    }

    private static String lost(RecordingResult.Read recording) {
        var read = recording.read();
        return read.lostBytes() == 0
                ? ""
                : " (%s lost in %s)"
                        .formatted(
                                Quantities.text(read.lostBytes(), Unit.BYTES),
                                read.lossCount() == 1 ? "1 place" : read.lossCount() + " places");
    }

    private void details(RecordingResult.Read recording) {
        int top = report.options().top();
        var jvm = recording.profile().jvm();
        blocks.add(new Block.Heading(
                report.recordings().size() == 1 ? "Figures" : names.of(recording) + " · " + JvmLabel.of(jvm)));
        if (all) {
            blocks.add(AllMetrics.of(recording::summary));
        } else {
            blocks.addAll(AllMetrics.byReason(Brief.of(recording), footnotes));
        }
        blocks.add(new Block.Note(jvm.name() + ": " + jvm.jvmArguments()));
        blocks.add(new Block.Note("program: " + jvm.javaArguments()));
        recording.read().losses().stream().limit(top).map(RecordingsPage::lost).forEach(blocks::add);
        blocks.addAll(ProfileLists.of(recording.profile(), top, all ? Set.of() : Brief.reasons(recording)));
        if (all) {
            events(recording.read().eventCounts(), top);
        }
    }

    /** How much it was may be unknown. */
    private static Block lost(Loss loss) {
        var bytes = loss.bytes() == 0 ? "" : Quantities.text(loss.bytes(), Unit.COUNT) + " bytes ";
        return new Block.Note("lost in %s: %sfrom byte %s on: %s"
                .formatted(loss.file(), bytes, Quantities.text(loss.offset(), Unit.COUNT), loss.reason()));
    }

    private void events(Map<String, Long> counts, int top) {
        var most = counts.entrySet().stream()
                .filter(event -> event.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(top)
                .map(event -> List.of(event.getKey(), Quantities.text(event.getValue(), Unit.COUNT)))
                .toList();
        if (!most.isEmpty()) {
            blocks.add(new Block.Table(List.of("events", "count"), most, Block.Kind.FIGURES));
        }
    }
}
