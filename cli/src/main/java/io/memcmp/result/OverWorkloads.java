package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.plan.Axis;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Subject;
import io.memcmp.result.Opposites.Pair;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Comparisons;
import io.memcmp.stats.Contrast;
import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.GeometricMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Geometric means of ratios over several workloads, only over those that everything compared completes: a mean over what happens to
 * be there would be a mean of something else.
 *
 * @param workloads over which
 * @param excluded what is left out
 * @param means of every judged metric; those of one class are judged together
 */
public record OverWorkloads(List<String> workloads, List<Excluded> excluded, List<Mean> means) {
    /** There are not two workloads. */
    public static final OverWorkloads NONE = new OverWorkloads(List.of(), List.of(), List.of());

    private static final Observed<Comparison> WAITING = Observed.missing("not compared yet");

    /** Copies the lists. */
    public OverWorkloads {
        workloads = List.copyOf(workloads);
        excluded = List.copyOf(excluded);
        means = List.copyOf(means);
    }

    /**
     * What is left out of the means.
     *
     * @param what a workload, or what the cells of one kind are called
     * @param reason why
     */
    public record Excluded(String what, String reason) {}

    /**
     * One metric of the cells of one kind, over all workloads.
     *
     * @param metric which
     * @param judged in which class
     * @param cells one of each workload
     * @param references what each of them is held against
     * @param comparison the comparison of the means, or why there is none
     */
    public record Mean(
            Metric metric,
            MetricClass judged,
            List<Cell> cells,
            List<Cell> references,
            Observed<Comparison> comparison) {
        /** Copies the lists. */
        public Mean {
            cells = List.copyOf(cells);
            references = List.copyOf(references);
        }
    }

    /** Cells that differ in their workload alone, each with what it is held against. */
    private record Kind(String name, Map<Subject, CellPair> pairs, Map<Subject, Pair> cells) {
        boolean completes(Subject subject) {
            var pair = pairs.get(subject);
            return pair != null && pair.cell().completed() && pair.reference().completed();
        }

        String failure(Subject subject) {
            var pair = pairs.get(subject);
            if (pair == null) {
                return name + " was not measured beside its reference";
            }
            return pair.cell().completed()
                    ? "the reference of " + name + ": " + pair.reference().endings()
                    : name + ": " + pair.cell().endings();
        }
    }

    static OverWorkloads of(List<Pair> pairs, boolean windowed, double margin) {
        var subjects = new LinkedHashSet<Subject>();
        pairs.forEach(pair -> subjects.add(pair.cell().cell().subject()));
        if (subjects.size() < 2) {
            return NONE;
        }
        var excluded = new ArrayList<Excluded>();
        var kinds = new ArrayList<Kind>();
        for (var kind : kinds(pairs)) {
            if (subjects.stream().anyMatch(kind::completes)) {
                kinds.add(kind);
            } else {
                excluded.add(new Excluded(kind.name(), "completes none of the workloads"));
            }
        }
        var common = new ArrayList<Subject>();
        for (var subject : subjects) {
            kinds.stream()
                    .filter(kind -> !kind.completes(subject))
                    .findFirst()
                    .ifPresentOrElse(
                            kind -> excluded.add(new Excluded(subject.label(), kind.failure(subject))),
                            () -> common.add(subject));
        }
        return new OverWorkloads(
                common.stream().map(Subject::label).toList(),
                excluded,
                common.size() < 2 ? List.of() : means(kinds, common, windowed, margin));
    }

    private static List<Kind> kinds(List<Pair> pairs) {
        var all = pairs.stream().map(pair -> pair.cell().cell()).toList();
        var axes = Arrays.stream(Axis.values())
                .filter(axis -> axis == Axis.COLLECTOR || axis.varies(all))
                .toList();
        var kinds = new LinkedHashMap<String, Kind>();
        for (var pair : pairs) {
            var cell = pair.cell().cell();
            var name = String.join(" ", axes.stream().map(axis -> axis.value(cell)).toList());
            var kind = kinds.computeIfAbsent(name, _ -> new Kind(name, new LinkedHashMap<>(), new LinkedHashMap<>()));
            kind.pairs()
                    .put(
                            cell.subject(),
                            new CellPair(CellFigures.of(pair.cell()), CellFigures.of(pair.reference())));
            kind.cells().put(cell.subject(), pair);
        }
        return List.copyOf(kinds.values());
    }

    private static List<Mean> means(List<Kind> kinds, List<Subject> subjects, boolean windowed, double margin) {
        var means = new ArrayList<Mean>();
        for (var question : MetricClass.values()) {
            var contrasts = new ArrayList<Contrast>();
            var waiting = new ArrayList<Mean>();
            for (var metric : question.metrics(windowed)) {
                for (var kind : kinds) {
                    var contrast = contrast(kind, subjects, metric);
                    contrast.ifPresent(contrasts::add);
                    waiting.add(mean(kind, subjects, metric, question, contrast));
                }
            }
            var compared = Comparisons.family(contrasts, margin, Judgements.ALPHA).iterator();
            for (var mean : waiting) {
                means.add(mean.comparison().equals(WAITING) ? with(mean, compared.next()) : mean);
            }
        }
        return means;
    }

    private static Mean mean(
            Kind kind, List<Subject> subjects, Metric metric, MetricClass question, Optional<Contrast> contrast) {
        return new Mean(
                metric,
                question,
                subjects.stream().map(subject -> kind.cells().get(subject).cell().cell()).toList(),
                subjects.stream()
                        .map(subject -> kind.cells().get(subject).reference().cell())
                        .toList(),
                contrast.isPresent()
                        ? WAITING
                        : Observed.missing("not every workload has a ratio over the same blocks"));
    }

    private static Mean with(Mean mean, Comparison comparison) {
        return new Mean(mean.metric(), mean.judged(), mean.cells(), mean.references(), Observed.of(comparison));
    }

    private static Optional<Contrast> contrast(Kind kind, List<Subject> subjects, Metric metric) {
        var pairs = subjects.stream().map(subject -> kind.pairs().get(subject)).toList();
        var blocks = blocks(pairs);
        var contrasts = new ArrayList<Contrast>();
        for (var pair : pairs) {
            Judgements.contrast(metric, new CellPair(only(pair.cell(), blocks), only(pair.reference(), blocks)), Design.PAIRED)
                    .present()
                    .ifPresent(contrasts::add);
        }
        return contrasts.size() < pairs.size() ? Optional.empty() : GeometricMean.of(contrasts);
    }

    /** Those that every cell has: the mean of a block is over all workloads. */
    private static Set<Integer> blocks(List<CellPair> pairs) {
        var common = new HashSet<>(blocks(pairs.getFirst().cell()));
        for (var pair : pairs) {
            common.retainAll(blocks(pair.cell()));
            common.retainAll(blocks(pair.reference()));
        }
        return common;
    }

    private static List<Integer> blocks(CellFigures cell) {
        return cell.trials().stream().map(TrialFigures::block).toList();
    }

    private static CellFigures only(CellFigures cell, Set<Integer> blocks) {
        return new CellFigures(
                cell.key(),
                cell.trials().stream().filter(trial -> blocks.contains(trial.block())).toList());
    }
}
