package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.plan.Reference;
import io.memcmp.result.CellFigures;
import io.memcmp.result.Judgement;
import io.memcmp.result.Metric;
import io.memcmp.result.MetricClass;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
import io.memcmp.stats.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** The cells of a run against their reference: a table for each class of metrics, a line and its verdict for each comparison. */
final class AgainstReference {
    private final Report.Run run;
    private final CellNames names;
    private final Reference reference;

    private AgainstReference(Report.Run run, CellNames names, Reference reference) {
        this.run = run;
        this.names = names;
        this.reference = reference;
    }

    static List<Block> of(Report.Run run, CellNames names, boolean details) {
        var findings = run.findings();
        if (!findings.conclusive()) {
            return List.of();
        }
        return findings.reference()
                .map(reference -> new AgainstReference(run, names, reference).blocks(details))
                .orElse(List.of());
    }

    private List<Block> blocks(boolean details) {
        var blocks = new ArrayList<Block>();
        for (var question : MetricClass.values()) {
            blocks.addAll(judged(question));
        }
        blocks.add(new Block.Note(
                "ratio: Hodges and Lehmann's estimate over the blocks; [ ]: all intervals of a table hold"
                        + " together at 95 %; p: adjusted for all its comparisons; differences within "
                        + VerdictWords.percent(run.design().judging().margin()) + " are negligible"));
        failures().forEach(failure -> blocks.add(new Block.Note(failure)));
        run.findings()
                .alone()
                .forEach(alone -> blocks.add(
                        new Block.Note(names.of(alone.cell()) + " is held against nothing: " + alone.reason())));
        if (details && !exploratory().isEmpty()) {
            blocks.add(new Block.Heading("Without a verdict: every other metric against " + reference.text()));
            blocks.add(table(exploratory(), false));
            blocks.add(new Block.Note("each interval holds at 95 % by itself: who looks at so many finds something"));
        }
        return blocks;
    }

    private List<Block> judged(MetricClass question) {
        var judgements = run.findings().of(question).stream()
                .filter(judgement ->
                        judgement.cell().completed() && judgement.reference().completed())
                .toList();
        var bySubject = new LinkedHashMap<String, List<Judgement>>();
        judgements.forEach(judgement -> bySubject
                .computeIfAbsent(judgement.cell().key().subject(), _ -> new ArrayList<>())
                .add(judgement));
        var blocks = new ArrayList<Block>();
        bySubject.forEach(
                (subject, ofIt) -> blocks.addAll(family(question, bySubject.size() > 1 ? " · " + subject : "", ofIt)));
        return blocks;
    }

    private List<Block> family(MetricClass question, String subject, List<Judgement> judgements) {
        if (judgements.stream().noneMatch(Judgement::conclusive)) {
            return List.of();
        }
        long compared = judgements.stream()
                .filter(judgement -> judgement.comparison() instanceof Observed.Present<Comparison>)
                .count();
        return List.of(
                new Block.Heading("%s against %s%s · %d %s"
                        .formatted(
                                title(question),
                                reference.text(),
                                subject,
                                compared,
                                compared == 1 ? "comparison" : "comparisons, judged together")),
                table(judgements, true));
    }

    /** Cells that were not compared since trials did not come to their end: an outcome, and no figure. */
    private List<String> failures() {
        var failures = new ArrayList<String>();
        run.findings().judgements().stream()
                .map(Judgement::reference)
                .distinct()
                .filter(cell -> !cell.completed())
                .forEach(cell -> failures.add(
                        names.of(run.cell(cell)) + ": " + cell.endings() + ", so nothing is held against it"));
        run.findings().judgements().stream()
                .map(Judgement::cell)
                .distinct()
                .filter(cell -> !cell.completed())
                .forEach(cell ->
                        failures.add(names.of(run.cell(cell)) + ": " + cell.endings() + ", so it is not compared"));
        return failures;
    }

    private List<Judgement> exploratory() {
        return run.findings().judgements().stream()
                .filter(judgement -> judgement.judged().isEmpty())
                .filter(judgement -> judgement.comparison() instanceof Observed.Present<Comparison>)
                .toList();
    }

    private static String title(MetricClass question) {
        var name = question.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private record Section(Metric metric, CellFigures reference) {}

    private Block table(List<Judgement> judgements, boolean judged) {
        var sections = new LinkedHashMap<Section, List<Judgement>>();
        judgements.forEach(judgement -> sections.computeIfAbsent(
                        new Section(judgement.metric(), judgement.reference()), _ -> new ArrayList<>())
                .add(judgement));
        var rows = new ArrayList<List<String>>();
        sections.forEach((section, ofIt) -> {
            rows.add(header(section, judged));
            ofIt.forEach(judgement -> rows.add(judged ? judged(judgement) : exploratory(judgement)));
        });
        return new Block.Table(
                judged ? List.of("", "ratio", "p", "verdict") : List.of("", "ratio", "reference"),
                rows,
                Block.Kind.WORDS);
    }

    private List<String> header(Section section, boolean judged) {
        var cell = run.cell(section.reference());
        var beside = names.beside(reference.axis(), cell);
        var name = section.metric().id() + (beside.isEmpty() ? "" : " · " + beside);
        var own = names.along(reference.axis(), cell) + ": "
                + switch (section.reference().summary(section.metric())) {
                    case Summary.Of(var sample) ->
                        Quantities.text(sample.median(), section.metric().unit());
                    case Summary.Absent(var reason) -> "– (" + reason + ")";
                };
        return judged ? List.of(name, "", "", own) : List.of(name, "", own);
    }

    private List<String> judged(Judgement judgement) {
        var metric = judgement.metric();
        return switch (judgement.comparison()) {
            case Observed.Present<Comparison>(var comparison) ->
                List.of(
                        name(judgement),
                        Ratios.simultaneous(comparison.effect(), metric.unit()),
                        p(comparison.adjustedP()),
                        VerdictWords.of(
                                metric, comparison, run.design().judging().margin()));
            case Observed.Missing<Comparison>(var reason) -> List.of(name(judgement), "–", "", reason);
        };
    }

    private List<String> exploratory(Judgement judgement) {
        return switch (judgement.comparison()) {
            case Observed.Present<Comparison>(var comparison) ->
                List.of(
                        name(judgement),
                        Ratios.single(comparison.effect(), judgement.metric().unit()),
                        "");
            case Observed.Missing<Comparison>(var reason) -> List.of(name(judgement), "–", reason);
        };
    }

    private String name(Judgement judgement) {
        return "  " + names.along(reference.axis(), run.cell(judgement.cell()));
    }

    static String p(double adjusted) {
        return Double.isNaN(adjusted)
                ? ""
                : adjusted < 0.001
                        ? "<0.001"
                        : String.format(Locale.ROOT, adjusted < 0.0995 ? "%.3f" : "%.2f", adjusted);
    }
}
