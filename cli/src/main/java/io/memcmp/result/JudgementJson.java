package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import io.memcmp.stats.Verdict;
import java.util.Locale;

/** A comparison as JSON. A metric that is not judged has its figures and no verdict. */
final class JudgementJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JudgementJson() {}

    static JsonNode of(Judgement judgement) {
        return Readings.json(judgement.comparison(), comparison -> {
            var node = NODES.objectNode();
            effect(comparison.effect(), node);
            node.put("trials", comparison.trials());
            node.put("reference_trials", comparison.referenceTrials());
            node.set("p", number(comparison.p(), "too few trials"));
            judgement
                    .judged()
                    .ifPresent(question -> {
                        node.put("class", question.name().toLowerCase(Locale.ROOT));
                        node.set("adjusted_p", number(comparison.adjustedP(), "too few trials"));
                        node.set("spread", number(comparison.spread(), "a single trial has none"));
                        node.set("minimal_detectable", number(comparison.minimalDetectable(), "too few trials to show any"));
                        verdict(comparison, node);
                    });
            return node;
        });
    }

    private static void effect(Effect effect, ObjectNode node) {
        switch (effect) {
            case Effect.Ratio(double estimate, var own, var all) -> {
                node.put("kind", "ratio");
                node.set("estimate", Readings.number(estimate));
                intervals(own, all, node);
            }
            case Effect.Difference(double estimate, var own, var all) -> {
                node.put("kind", "difference");
                node.set("estimate", Readings.number(estimate));
                intervals(own, all, node);
            }
            case Effect.Exact(double value, double reference) -> {
                node.put("kind", "exact");
                node.set("value", Readings.number(value));
                node.set("reference_value", Readings.number(reference));
            }
        }
    }

    private static void intervals(Interval own, Interval all, ObjectNode node) {
        node.set("interval", interval(own));
        node.set("simultaneous", interval(all));
    }

    static JsonNode interval(Interval interval) {
        if (!interval.bounded()) {
            return NODES.objectNode().put("absent", "too few trials for this confidence");
        }
        var node = NODES.objectNode();
        node.set("low", Readings.number(interval.low()));
        node.set("high", Readings.number(interval.high()));
        node.put("confidence", interval.confidence());
        return node;
    }

    private static void verdict(Comparison comparison, ObjectNode node) {
        switch (comparison.verdict()) {
            case Verdict.Differs(var direction, var extent) -> {
                node.put("verdict", direction.name().toLowerCase(Locale.ROOT));
                node.put("extent", extent.name().toLowerCase(Locale.ROOT));
            }
            case Verdict.Equivalent _ -> node.put("verdict", "equivalent");
            case Verdict.NotShown _ -> node.put("verdict", "not_shown");
            case Verdict.TooFew(int needed) -> {
                node.put("verdict", "too_few");
                node.put("needed_trials", needed);
            }
        }
    }

    private static JsonNode number(double figure, String otherwise) {
        return Double.isFinite(figure)
                ? Readings.number(figure)
                : NODES.objectNode().put("absent", otherwise);
    }
}
