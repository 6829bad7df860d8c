package io.memcmp.render;

import io.memcmp.plan.Reference;
import io.memcmp.result.CellFigures;
import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report;
import io.memcmp.result.Statement;
import io.memcmp.result.Statement.Point;
import io.memcmp.result.Statement.Side;
import io.memcmp.stats.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What each cell buys and what that costs, best first; no statement without its numbers. */
final class Conclusion {
    private final Report.Run run;
    private final CellNames names;
    private final Reference reference;

    private Conclusion(Report.Run run, CellNames names, Reference reference) {
        this.run = run;
        this.names = names;
        this.reference = reference;
    }

    static List<Block> of(Report.Run run, CellNames names) {
        return run.findings()
                .reference()
                .map(reference -> new Conclusion(run, names, reference).blocks())
                .orElse(List.of());
    }

    private List<Block> blocks() {
        var groups = new LinkedHashMap<CellFigures, List<Statement>>();
        run.findings()
                .conclusion()
                .forEach(statement -> groups.computeIfAbsent(statement.reference(), _ -> new ArrayList<>())
                        .add(statement));
        var blocks = new ArrayList<Block>();
        groups.forEach((reference, statements) -> {
            var beside = names.beside(this.reference.axis(), run.cell(reference));
            blocks.add(new Block.Heading("Conclusion" + (beside.isEmpty() ? "" : " · " + beside)));
            var weighed = statements.getFirst().weighed();
            if (!weighed.isEmpty()) {
                blocks.add(new Block.Note("weighed: " + nouns(weighed) + "; best first"));
            }
            blocks.add(new Block.Fields(statements.stream()
                    .map(statement -> new Block.Field(name(statement.cell()), sentence(statement)))
                    .toList()));
        });
        return blocks;
    }

    private String sentence(Statement statement) {
        return switch (statement.standing()) {
            case FAILED -> statement.endings() + ": not weighed against the others";
            case DOMINATED -> dominated(statement);
            case UNDECIDED -> undecided(statement);
            case REFERENCE -> "what the others are held against; none is shown to dominate it";
            case BEST, TRADE -> trade(statement);
            case NO_GAIN ->
                trade(statement) + "; nothing is shown to be better than with " + name(statement.reference());
        };
    }

    private String undecided(Statement statement) {
        return statement.weighed().isEmpty()
                ? "not weighed: " + name(statement.reference()) + ", "
                        + statement.reference().endings()
                : rest(statement, "");
    }

    private String trade(Statement statement) {
        var parts = new ArrayList<String>();
        for (var point : statement.points()) {
            if (point.lowest()) {
                parts.add("the " + lowest(point.metric()) + " of all here" + at(statement, point, ": "));
            }
        }
        for (var point : statement.on(Side.BUYS)) {
            if (!point.lowest()) {
                parts.add(lower(point.metric()) + at(statement, point, ": "));
            }
        }
        var pays = statement.on(Side.PAYS);
        if (!pays.isEmpty()) {
            parts.add((parts.isEmpty() ? "pays with " : "pays for it with ")
                    + pays.stream()
                            .map(point -> noun(point.metric()) + at(statement, point, " "))
                            .collect(Collectors.joining(", ")));
        }
        return rest(statement, String.join("; ", parts));
    }

    /** What is left: equal, or not known. */
    private String rest(Statement statement, String before) {
        var parts = new ArrayList<String>();
        if (!before.isEmpty()) {
            parts.add(before);
        }
        if (!isReference(statement)) {
            var equal = metrics(statement.on(Side.EQUAL).stream()
                    .filter(point -> !point.lowest())
                    .toList());
            if (!equal.isEmpty()) {
                parts.add("equal to " + name(statement.reference()) + " within " + margin() + " in " + nouns(equal));
            }
            var open = metrics(statement.on(Side.OPEN));
            if (!open.isEmpty()) {
                parts.add("no difference from " + name(statement.reference()) + " shown in " + nouns(open));
            }
        }
        return String.join("; ", parts);
    }

    private String dominated(Statement statement) {
        var dominance = statement.dominance().orElseThrow();
        var by = name(dominance.by());
        var on = dominance.on().stream().map(Statement.Gap::metric).toList();
        var gaps = dominance.on().stream()
                .map(gap -> noun(gap.metric()) + " " + place(gap.higher(), gap.metric())
                        + (gap.lower().isPresent() ? " against " + place(gap.lower(), gap.metric()) : ""))
                .collect(Collectors.joining(", "));
        var others = statement.weighed().stream()
                .filter(metric -> !on.contains(metric))
                .toList();
        return "dominated by " + by + ": " + gaps
                + (others.isEmpty() ? "" : "; " + by + " is at most " + margin() + " higher in " + nouns(others));
    }

    private String place(Optional<Effect> effect, Metric metric) {
        return effect.map(far -> Ratios.against(far, metric.unit(), reference()))
                .orElseGet(this::reference);
    }

    private String at(Statement statement, Point point, String before) {
        return point.effect()
                .map(effect -> before
                        + Ratios.against(effect, point.metric().unit(), name(statement.reference()))
                        + (point.clear() ? "" : " (perhaps negligible)"))
                .orElse("");
    }

    private boolean isReference(Statement statement) {
        return statement.cell().equals(statement.reference());
    }

    private String reference() {
        return names.along(
                reference.axis(),
                run.cell(run.findings().conclusion().getFirst().reference()));
    }

    private String name(CellFigures figures) {
        return names.along(reference.axis(), run.cell(figures));
    }

    private String margin() {
        return VerdictWords.percent(run.design().judging().margin());
    }

    private static List<Metric> metrics(List<Point> points) {
        return points.stream().map(Point::metric).toList();
    }

    private static String nouns(List<Metric> metrics) {
        var nouns = metrics.stream().map(Conclusion::noun).toList();
        int last = nouns.size() - 1;
        return last <= 0
                ? String.join("", nouns)
                : String.join(", ", nouns.subList(0, last)) + " and " + nouns.get(last);
    }

    private static String noun(Metric metric) {
        return words(metric).noun();
    }

    private static String lower(Metric metric) {
        return words(metric).lower();
    }

    private static String lowest(Metric metric) {
        return words(metric).lowest();
    }

    private record Words(String noun, String lower, String lowest) {}

    /** Only what is weighed is spoken of here. */
    private static Words words(Metric metric) {
        if (metric.equals(Metrics.CPU) || metric.equals(Metrics.WINDOW_CPU)) {
            return new Words("CPU time", "less CPU time", "least CPU time");
        }
        if (metric.equals(Metrics.STOP_MAX)) {
            return new Words("longest stop", "a shorter longest stop", "shortest longest stop");
        }
        if (metric.equals(Metrics.PEAK_RESIDENT)) {
            return new Words("peak RSS", "a smaller peak RSS", "smallest peak RSS");
        }
        var noun = metric.equals(Metrics.WALL) ? "wall time" : metric.id();
        return new Words(noun, "a shorter " + noun, "shortest " + noun);
    }
}
