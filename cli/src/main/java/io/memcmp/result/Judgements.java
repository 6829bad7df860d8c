package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Comparisons;
import io.memcmp.stats.Contrast;
import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds cells against cells, metric by metric: of each workload those of one class together, every other metric by itself.
 */
public final class Judgements {
    /** Share of families in which a difference may be said where there is none. */
    public static final double ALPHA = 0.05;

    /** Cells of two runs may be equal to the last figure: questions are told apart by their place, not by what they hold. */
    private record Asked(Metric metric, CellPair pair, Observed<Contrast> contrast) {}

    private final Function<CellPair, Design> design;
    private final double margin;
    private final List<Judgement> judgements = new ArrayList<>();

    private Judgements(Function<CellPair, Design> design, double margin) {
        this.design = design;
        this.margin = margin;
    }

    /**
     * {@return every metric of every pair, judged}
     *
     * @param pairs which cell against which
     * @param windowed whether a measured window is marked
     * @param design whether blocks of both belong together
     * @param margin within which a difference is negligible, 0.03 for 3 %
     */
    public static List<Judgement> of(List<CellPair> pairs, boolean windowed, Design design, double margin) {
        return of(pairs, windowed, _ -> design, margin);
    }

    /**
     * {@return every metric of every pair, judged}
     *
     * @param pairs which cell against which
     * @param windowed whether a measured window is marked
     * @param design whether a pair's blocks belong together
     * @param margin within which a difference is negligible, 0.03 for 3 %
     */
    public static List<Judgement> of(
            List<CellPair> pairs, boolean windowed, Function<CellPair, Design> design, double margin) {
        var judgements = new Judgements(design, margin);
        var left = new ArrayList<>(Metrics.ALL);
        for (var question : MetricClass.values()) {
            var metrics = question.metrics(windowed);
            judgements.families(metrics, pairs, Optional.of(question));
            left.removeAll(metrics);
        }
        left.forEach(metric -> judgements.families(List.of(metric), pairs, Optional.empty()));
        return List.copyOf(judgements.judgements);
    }

    /** Each workload is a question of its own: who measures a second one does not know less of the first. */
    private void families(List<Metric> metrics, List<CellPair> pairs, Optional<MetricClass> question) {
        var bySubject = new LinkedHashMap<String, List<CellPair>>();
        pairs.forEach(pair -> bySubject
                .computeIfAbsent(pair.cell().key().subject(), _ -> new ArrayList<>())
                .add(pair));
        bySubject.values().forEach(ofSubject -> family(metrics, ofSubject, question));
    }

    private void family(List<Metric> metrics, List<CellPair> pairs, Optional<MetricClass> question) {
        var asked = metrics.stream()
                .flatMap(metric ->
                        pairs.stream().map(pair -> new Asked(metric, pair, contrast(metric, pair, design.apply(pair)))))
                .toList();
        var contrasts = asked.stream()
                .flatMap(each -> each.contrast().present().stream())
                .toList();
        var compared = Comparisons.family(contrasts, margin, ALPHA).iterator();
        for (var each : asked) {
            if (each.contrast() instanceof Observed.Present<Contrast>) {
                add(each, question, Observed.of(compared.next()));
            }
        }
        for (var each : asked) {
            if (each.contrast() instanceof Observed.Missing<Contrast>(var reason)) {
                add(each, question, Observed.missing(reason));
            }
        }
    }

    private void add(Asked asked, Optional<MetricClass> question, Observed<Comparison> comparison) {
        var pair = asked.pair();
        judgements.add(new Judgement(asked.metric(), pair.cell(), pair.reference(), question, comparison));
    }

    static Observed<Contrast> contrast(Metric metric, CellPair pair, Design design) {
        // Until memory ran out, say: a figure up to that point is no figure of the program's.
        if (!pair.cell().completed()) {
            return Observed.missing(pair.cell().endings());
        }
        if (!pair.reference().completed()) {
            return Observed.missing(
                    "the reference has no figure: " + pair.reference().endings());
        }
        if (pair.cell().summary(metric) instanceof Summary.Absent(var reason)) {
            return Observed.missing(reason);
        }
        if (pair.reference().summary(metric) instanceof Summary.Absent(var reason)) {
            return Observed.missing("the reference has no figure: " + reason);
        }
        var cell = byBlock(pair.cell(), metric);
        var reference = byBlock(pair.reference(), metric);
        if (design == Design.PAIRED) {
            cell.keySet().retainAll(reference.keySet());
            reference.keySet().retainAll(cell.keySet());
        }
        if (cell.isEmpty() || reference.isEmpty()) {
            return Observed.missing("no block has both cells");
        }
        boolean positive = Stream.concat(cell.values().stream(), reference.values().stream())
                .allMatch(figure -> figure > 0);
        return Observed.of(new Contrast(
                List.copyOf(cell.values()),
                List.copyOf(reference.values()),
                design,
                positive && metric.unit() != Unit.COUNT ? Scale.RATIO : Scale.DIFFERENCE));
    }

    private static Map<Integer, Double> byBlock(CellFigures cell, Metric metric) {
        var figures = new TreeMap<Integer, Double>();
        for (var trial : cell.trials()) {
            if (trial.reading(metric) instanceof Reading.Value(double figure)) {
                figures.put(trial.block(), figure);
            }
        }
        return figures;
    }
}
