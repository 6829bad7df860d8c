package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.plan.Reference;
import io.memcmp.result.Metric;
import io.memcmp.result.OverWorkloads;
import io.memcmp.result.Report;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The geometric means over several workloads, a line and its verdict for each; what is left out below. */
final class MeanTable {
    private MeanTable() {}

    static List<Block> of(Report.Run run, CellNames names) {
        var over = run.findings().overWorkloads();
        return run.findings()
                .reference()
                .filter(_ -> over.means().stream().anyMatch(MeanTable::conclusive))
                .map(reference -> blocks(run, names, reference, over))
                .orElse(List.of());
    }

    private static boolean conclusive(OverWorkloads.Mean mean) {
        return mean.comparison() instanceof Observed.Present<Comparison>(var comparison)
                && !(comparison.verdict() instanceof Verdict.TooFew);
    }

    private static List<Block> blocks(Report.Run run, CellNames names, Reference reference, OverWorkloads over) {
        var byMetric = new LinkedHashMap<Metric, List<OverWorkloads.Mean>>();
        over.means()
                .forEach(mean -> byMetric.computeIfAbsent(mean.metric(), _ -> new ArrayList<>())
                        .add(mean));
        var rows = new ArrayList<List<String>>();
        byMetric.forEach((metric, means) -> {
            rows.add(List.of(metric.id(), "", "", ""));
            means.forEach(
                    mean -> rows.add(row(run, names.withoutSubject(mean.cells().getFirst()), mean)));
        });
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(
                "Geometric mean over " + String.join(", ", over.workloads()) + " against " + reference.text()));
        blocks.add(new Block.Table(List.of("", "ratio", "p", "verdict"), rows, Block.Kind.WORDS));
        over.excluded()
                .forEach(each -> blocks.add(new Block.Note("left out: " + each.what() + " (" + each.reason() + ")")));
        blocks.add(new Block.Note("one geometric mean for each block, compared as the figures of one workload are; the"
                + " workloads are these and no sample of others; the means of one class are a family of their own, beside"
                + " the comparisons above"));
        return blocks;
    }

    private static List<String> row(Report.Run run, String name, OverWorkloads.Mean mean) {
        var metric = mean.metric();
        return switch (mean.comparison()) {
            case Observed.Present<Comparison>(var comparison) ->
                List.of(
                        "  " + name,
                        Ratios.simultaneous(comparison.effect(), metric.unit()),
                        AgainstReference.p(comparison.adjustedP()),
                        VerdictWords.of(
                                metric, comparison, run.design().judging().margin()));
            case Observed.Missing<Comparison>(var reason) -> List.of("  " + name, "–", "", reason);
        };
    }
}
