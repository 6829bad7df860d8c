package io.memcmp.result;

import io.memcmp.plan.UserError;
import io.memcmp.result.ComparedTable.ComparedRow;
import io.memcmp.stats.Contrast.Design;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The story of {@code memcmp compare}: cells of one column are held against those of the reference's, each against its like. */
public final class Comparing {
    private static final int MOST_PLACES = 5;

    private final List<ReadReport> reports;
    private final CompareRequest request;
    private final List<Point> points;
    /** By column, then by place. */
    private final Map<List<String>, Map<List<String>, Point>> grid = new LinkedHashMap<>();

    private final List<String> reference;
    private final Set<List<String>> places = new LinkedHashSet<>();
    private final Comparability comparability = new Comparability();
    /** By the cell that is held against another. */
    private final IdentityHashMap<CellFigures, Map<Metric, Judgement>> judgements = new IdentityHashMap<>();

    private Comparing(List<ReadReport> reports, CompareRequest request) {
        this.reports = reports;
        this.request = request;
        this.points = Point.of(reports);
        fill();
        this.reference = request.reference().map(this::named).orElseGet(this::first);
    }

    /**
     * {@return what the comparison comes to}
     *
     * @param reports at least one
     * @param request what is wanted
     * @param tool memcmp's version
     * @param created when it was asked
     */
    public static Compared of(List<ReadReport> reports, CompareRequest request, String tool, Instant created) {
        return new Comparing(reports, request).report(tool, created);
    }

    private void fill() {
        for (var point : points) {
            var place = point.at(request.pivot().places());
            var earlier = grid.computeIfAbsent(point.at(request.pivot().columns()), _ -> new LinkedHashMap<>())
                    .putIfAbsent(place, point);
            if (earlier != null) {
                throw new UserError(
                        "two cells would lie in one place: " + full(earlier) + ", and " + full(point),
                        "leave out --ignore, or name what tells them apart in --row or --col");
            }
            places.add(place);
        }
        if (grid.size() < 2) {
            throw new UserError(
                    "nothing to compare: there is one "
                            + request.pivot().columns().stream()
                                    .map(PivotAxis::id)
                                    .collect(Collectors.joining(" and "))
                            + " only",
                    "name a second report, or compare inside of one, for example with --col collector");
        }
    }

    private List<String> first() {
        return grid.keySet().iterator().next();
    }

    /** Columns are called by what stands above them; a report also by the name that was typed. */
    private List<String> named(String wish) {
        for (var column : grid.keySet()) {
            if (label(column).equalsIgnoreCase(wish) || column.contains(wish)) {
                return column;
            }
        }
        return points.stream()
                .filter(point -> point.report().name().equals(wish))
                .map(point -> point.at(request.pivot().columns()))
                .findFirst()
                .orElseThrow(() -> UserError.unknown(
                        "reference",
                        wish,
                        grid.keySet().stream().map(Comparing::label).toList()));
    }

    private Compared report(String tool, Instant created) {
        var columns = new ArrayList<>(grid.keySet());
        columns.remove(reference);
        columns.addFirst(reference);
        boolean windowed = reports.stream().allMatch(ReadReport::windowed);
        judge(windowed);
        var metrics = request.metrics().isEmpty() ? judged(windowed) : request.metrics();
        var warnings = new ArrayList<>(comparability.warnings(request.anyway()));
        reports.forEach(report -> report.remarks().forEach(remark -> warnings.add(report.label() + ": " + remark)));
        return new Compared(
                tool,
                created,
                reports,
                request,
                common(),
                columns.stream().map(Comparing::label).toList(),
                tables(metrics, columns),
                unmatched(columns),
                List.copyOf(warnings));
    }

    private static List<Metric> judged(boolean windowed) {
        var metrics = new ArrayList<Metric>();
        for (var question : MetricClass.values()) {
            metrics.addAll(question.metrics(windowed));
        }
        return metrics;
    }

    private void judge(boolean windowed) {
        var pairs = new ArrayList<CellPair>();
        var designs = new IdentityHashMap<CellPair, Design>();
        grid.forEach((column, cells) -> cells.forEach((place, point) -> {
            var opposite = opposite(place);
            if (!column.equals(reference) && opposite.isPresent()) {
                var pair = new CellPair(
                        point.cell().figures(), opposite.get().cell().figures());
                pairs.add(pair);
                designs.put(pair, design(point, opposite.get()));
            }
        }));
        if (pairs.isEmpty()) {
            throw new UserError(
                    "no cell of one column is in another: "
                            + places.stream()
                                    .limit(MOST_PLACES)
                                    .map(Comparing::label)
                                    .collect(Collectors.joining("; ")),
                    "leave an axis out of account with --ignore, for example --ignore subject, or choose another with --col");
        }
        var all = Judgements.of(
                pairs, windowed, pair -> designs.getOrDefault(pair, Design.INDEPENDENT), request.margin());
        boolean noisy = reports.stream().anyMatch(ReadReport::noisy);
        all.stream()
                .map(judgement -> noisy ? judgement.withoutVerdict() : judgement)
                .forEach(judgement -> judgements
                        .computeIfAbsent(judgement.cell(), _ -> new HashMap<>())
                        .put(judgement.metric(), judgement));
    }

    private Optional<Point> opposite(List<String> place) {
        return Optional.ofNullable(grid.getOrDefault(reference, Map.of()).get(place));
    }

    /** Blocks belong together where both were measured in one run; recordings have none. */
    private Design design(Point point, Point opposite) {
        if (!point.report().label().equals(opposite.report().label())) {
            comparability.reports(point.report(), opposite.report());
            comparability.cells(point, opposite);
        }
        boolean blocks = point.report().kind() != ReadReport.Kind.RECORDINGS
                || !point.report().label().equals(opposite.report().label());
        return blocks && point.report().sameAs(opposite.report()) ? Design.PAIRED : Design.INDEPENDENT;
    }

    private List<ComparedTable> tables(List<Metric> metrics, List<List<String>> columns) {
        var pivot = request.pivot();
        var rows = new LinkedHashMap<Map<PivotAxis, String>, List<ComparedRow>>();
        boolean placesFirst = pivot.rows().indexOf(PivotAxis.METRIC) > 0;
        if (placesFirst) {
            places.forEach(place -> metrics.forEach(metric -> row(metric, place, columns, rows)));
        } else {
            metrics.forEach(metric -> places.forEach(place -> row(metric, place, columns, rows)));
        }
        return rows.entrySet().stream()
                .map(table -> new ComparedTable(table.getKey(), table.getValue()))
                .toList();
    }

    private void row(
            Metric metric,
            List<String> place,
            List<List<String>> columns,
            Map<Map<PivotAxis, String>, List<ComparedRow>> tables) {
        var cells = new ArrayList<Optional<ComparedCell>>();
        for (var column : columns) {
            cells.add(Optional.ofNullable(grid.getOrDefault(column, Map.of()).get(place))
                    .map(point -> new ComparedCell(
                            point,
                            Optional.ofNullable(judgements
                                    .getOrDefault(point.cell().figures(), Map.of())
                                    .get(metric)))));
        }
        var example = cells.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .point();
        tables.computeIfAbsent(axes(request.pivot().tables(), example, metric), _ -> new ArrayList<>())
                .add(new ComparedRow(axes(request.pivot().rows(), example, metric), metric, cells));
    }

    private static Map<PivotAxis, String> axes(List<PivotAxis> axes, Point point, Metric metric) {
        var values = new LinkedHashMap<PivotAxis, String>();
        axes.forEach(axis -> values.put(
                axis, axis == PivotAxis.METRIC ? metric.id() : point.values().getOrDefault(axis, "")));
        return values;
    }

    /** {@return what all cells of all reports have in common} */
    private Map<PivotAxis, String> common() {
        var common = new LinkedHashMap<PivotAxis, String>();
        for (var axis : PivotAxis.OF_CELLS) {
            var values = points.stream()
                    .map(point -> point.values().getOrDefault(axis, ""))
                    .collect(Collectors.toSet());
            if (values.size() == 1) {
                common.put(axis, values.iterator().next());
            }
        }
        return common;
    }

    private List<String> unmatched(List<List<String>> columns) {
        var texts = new ArrayList<String>();
        for (var column : columns.subList(1, columns.size())) {
            var cells = grid.getOrDefault(column, Map.of());
            for (var place : places) {
                if (cells.containsKey(place) && opposite(place).isEmpty()) {
                    texts.add("only in " + label(column) + ": " + name(place));
                } else if (!cells.containsKey(place) && opposite(place).isPresent()) {
                    texts.add("not in " + label(column) + ": " + name(place));
                }
            }
        }
        reports.forEach(report ->
                report.skipped().forEach(skipped -> texts.add("skipped in " + report.label() + ": " + skipped)));
        return List.copyOf(texts);
    }

    private static String label(List<String> values) {
        return String.join(" ", values);
    }

    /** What all cells have in common need not be said of each. */
    private String name(List<String> place) {
        var axes = request.pivot().places().stream()
                .filter(axis -> axis != PivotAxis.METRIC)
                .toList();
        var common = common();
        var words = new ArrayList<String>();
        for (int i = 0; i < axes.size(); i++) {
            if (!common.containsKey(axes.get(i))) {
                words.add(place.get(i));
            }
        }
        return words.isEmpty() ? label(place) : label(words);
    }

    private static String full(Point point) {
        return String.join(" ", point.values().values()) + " ("
                + point.cell().key().version() + ")";
    }
}
