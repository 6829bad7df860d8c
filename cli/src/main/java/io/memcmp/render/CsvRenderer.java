package io.memcmp.render;

import io.memcmp.plan.Cell;
import io.memcmp.result.Aa;
import io.memcmp.result.Checked;
import io.memcmp.result.Compared;
import io.memcmp.result.DumpReport;
import io.memcmp.result.Layouts;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One line for each cell and metric, in base units: ready for a spreadsheet or a data frame. */
final class CsvRenderer implements Renderer {
    private static final List<String> RUN = List.of(
            "subject",
            "collector",
            "jdk",
            "heap_bytes",
            "heap_multiple",
            "headers",
            "compressed_oops",
            "status",
            "incomplete",
            "metric",
            "unit",
            "n",
            "median",
            "min",
            "max",
            "absent",
            "interval_low",
            "interval_high",
            "reference",
            "effect",
            "estimate",
            "estimate_low",
            "estimate_high",
            "adjusted_p",
            "verdict",
            "not_compared");

    @Override
    public void render(Report report, Appendable out) throws IOException {
        for (var row : rows(report)) {
            out.append(row.stream().map(Safe::csv).collect(Collectors.joining(",")))
                    .append('\n');
        }
    }

    private static List<List<String>> rows(Report report) {
        return switch (report) {
            case Report.Run run -> run(run);
            case Report.MinHeap minHeap -> MinHeapRows.of(minHeap);
            case Report.Planned planned -> PlanPage.rows(planned);
            case Aa aa -> AaRows.of(aa);
            case Report.Recordings recordings -> RecordingRows.of(recordings);
            case Compared compared -> CompareRows.of(compared);
            case Checked checked -> CheckRows.of(checked);
            case DumpReport dumps -> DumpRows.of(dumps);
            case Layouts layouts -> LayoutRows.of(layouts);
            case Report.Listing(var _, var columns, var entries) -> with(columns, entries);
            case Report.Doctor doctor ->
                with(
                        List.of("what", "severity", "text"),
                        doctor.findings().stream()
                                .map(finding -> List.of(
                                        finding.what(),
                                        finding.severity().name().toLowerCase(Locale.ROOT),
                                        finding.text()))
                                .toList());
        };
    }

    private static List<List<String>> with(List<String> header, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(header);
        all.addAll(rows);
        return all;
    }

    private static List<List<String>> run(Report.Run run) {
        var rows = new ArrayList<List<String>>();
        rows.add(RUN);
        var comparisons = new ComparisonColumns(run);
        for (var result : run.cells()) {
            for (var metric : Metrics.ALL) {
                var row = identity(result.cell(), result.outcomes(), result.incomplete());
                row.addAll(List.of(metric.id(), metric.unit().symbol()));
                row.addAll(figures(result.summary(metric)));
                row.addAll(comparisons.of(result, metric));
                rows.add(row);
            }
        }
        for (var skipped : run.skipped()) {
            var row = identity(skipped.cell(), "skipped", false);
            row.addAll(List.of("", "", "", "", "", "", skipped.reason()));
            row.addAll(ComparisonColumns.NONE);
            rows.add(row);
        }
        return rows;
    }

    private static List<String> identity(Cell cell, String status, boolean incomplete) {
        var identity = new ArrayList<>(axes(cell));
        identity.add(status);
        identity.add(Boolean.toString(incomplete));
        return identity;
    }

    static List<String> axes(Cell cell) {
        return List.of(
                cell.subject().label(),
                cell.collector().id(),
                cell.jdk().version(),
                cell.heap().size().map(heap -> Long.toString(heap.count())).orElse(""),
                cell.heap().multiple().map(CsvRenderer::number).orElse(""),
                cell.layout().headers().name().toLowerCase(Locale.ROOT),
                cell.layout().oops().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> figures(Summary summary) {
        return switch (summary) {
            case Summary.Of(var sample) ->
                List.of(
                        Integer.toString(sample.size()),
                        number(sample.median()),
                        number(sample.min()),
                        number(sample.max()),
                        "");
            case Summary.Absent(var reason) -> List.of("", "", "", "", reason);
        };
    }

    static String number(double figure) {
        return figure == Math.rint(figure) && Math.abs(figure) < 0x1p53
                ? Long.toString((long) figure)
                : Double.toString(figure);
    }
}
