package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.result.Budget;
import io.memcmp.result.CheckedLimit;
import io.memcmp.result.Metric;
import io.memcmp.result.PivotAxis;
import io.memcmp.result.Point;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of a check, in words that every format shares. */
final class CheckWords {
    /** Nobody waits for more blocks than that. */
    private static final int MOST = 1000;

    private final double margin;

    CheckWords(Report.Checked checked) {
        this.margin = checked.request().margin();
    }

    /** {@return a cell's name: {@code linked-list g1 25 64m}} */
    static String cell(Point point) {
        return point.values().entrySet().stream()
                .filter(axis -> axis.getKey() != PivotAxis.FILE)
                .map(axis -> axis.getKey() == PivotAxis.JDK ? "JDK " + axis.getValue() : axis.getValue())
                .filter(value -> !value.equals("default"))
                .collect(Collectors.joining(" "));
    }

    /** {@return what must hold: {@code pause.p99 ≤ 5.00 ms}} */
    String expected(CheckedLimit result) {
        return result.metric()
                .map(metric -> metric.id()
                        + result.budget()
                                .map(budget -> (budget.side() == Budget.Side.MAX ? " ≤ " : " ≥ ")
                                        + Quantities.text(budget.limit(), metric.unit()))
                                .orElse(" no worse than the baseline by " + VerdictWords.percent(margin)))
                .orElse("every trial completes");
    }

    /** {@return what was seen: {@code 4.10 ms [3.90 ms, 4.60 ms]}; a dash where there is no figure} */
    static String seen(CheckedLimit result) {
        if (result.metric().isEmpty() || !(result.figure() instanceof Summary.Of(var sample))) {
            return "–";
        }
        var metric = result.metric().get();
        return Quantities.text(sample.median(), metric.unit())
                + result.interval().map(interval -> ends(interval, metric)).orElse("");
    }

    private static String ends(Interval interval, Metric metric) {
        return interval.bounded()
                ? " [" + Quantities.text(interval.low(), metric.unit()) + ", "
                        + Quantities.text(interval.high(), metric.unit()) + "]"
                : "";
    }

    /** {@return why it came to that; may be empty where the figures say it} */
    String reason(CheckedLimit result) {
        var verdict =
                result.judgement().flatMap(judgement -> judgement.comparison().present());
        var words = verdict.flatMap(comparison -> result.metric().map(metric -> verdict(metric, comparison)))
                .orElse(result.reason());
        boolean told = verdict.isEmpty() || result.further() == 0;
        if (!told && result.further() > MOST) {
            return words + "; the noise is too large for any reasonable number of blocks to tell";
        }
        return told
                ? words
                : "%s; about %d more %s of each would tell"
                        .formatted(words, result.further(), result.further() == 1 ? "block" : "blocks");
    }

    private String verdict(Metric metric, Comparison comparison) {
        return Ratios.simultaneous(comparison.effect(), metric.unit()) + ": "
                + VerdictWords.of(metric, comparison, margin);
    }

    /** {@return all of it in one sentence} */
    String sentence(CheckedLimit result) {
        var seen = seen(result);
        var reason = reason(result);
        return cell(result.point()) + ": " + expected(result) + ": " + status(result.status())
                + (seen.equals("–") ? "" : ", it is " + seen)
                + (reason.isEmpty() ? "" : "; " + reason);
    }

    static String status(CheckedLimit.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@return how many came to what: {@code 1 of 6 broken, 2 inconclusive}} */
    static String tally(Report.Checked checked) {
        var text = new StringBuilder(status(checked.outcome()));
        text.append(": ")
                .append(checked.results().size())
                .append(checked.results().size() == 1 ? " check" : " checks");
        for (var status : CheckedLimit.Status.values()) {
            long count = checked.count(status);
            if (count > 0) {
                text.append(", ").append(count).append(' ').append(status(status));
            }
        }
        return text.toString();
    }

    /** {@return the comparison behind a result, where there is one} */
    static Optional<Comparison> comparison(CheckedLimit result) {
        return result.judgement().map(judgement -> judgement.comparison()).flatMap(Observed::present);
    }
}
