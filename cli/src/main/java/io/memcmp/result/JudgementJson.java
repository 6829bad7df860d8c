package io.memcmp.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Observed;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import io.memcmp.stats.Verdict;

/** A comparison as JSON, the same as in the report of a run. */
final class JudgementJson {
    private static final String TOO_FEW = "too few trials";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JudgementJson() {}

    static ObjectNode of(Judgement judgement) {
        var node = NODES.objectNode();
        node.put("class", judgement.judged().map(FindingsJson::id).orElse(null));
        switch (judgement.comparison()) {
            case Observed.Present<Comparison>(var comparison) ->
                fill(node, comparison, judgement.judged().isPresent());
            case Observed.Missing<Comparison>(var reason) -> node.put("absent", reason);
        }
        return node;
    }

    static void fill(ObjectNode node, Comparison comparison, boolean judged) {
        effect(node, comparison.effect());
        node.put("n", comparison.trials());
        node.put("n_reference", comparison.referenceTrials());
        node.set("p", Readings.finite(comparison.p(), TOO_FEW));
        node.set("adjusted_p", Readings.finite(comparison.adjustedP(), TOO_FEW));
        node.set("spread", Readings.finite(comparison.spread(), TOO_FEW));
        node.set("minimal_detectable", Readings.finite(comparison.minimalDetectable(), TOO_FEW));
        node.set(
                "verdict",
                judged
                        ? verdict(comparison.verdict())
                        : Readings.absent("no verdict: its metric is in no class, or the machine was too noisy"));
    }

    private static void effect(ObjectNode node, Effect effect) {
        switch (effect) {
            case Effect.Ratio(double estimate, var own, var all) -> estimated(node, "ratio", estimate, own, all);
            case Effect.Difference(double estimate, var own, var all) ->
                estimated(node, "difference", estimate, own, all);
            case Effect.Exact(double value, double reference) -> {
                node.put("kind", "exact");
                node.set("value", Readings.number(value));
                node.set("reference_value", Readings.number(reference));
            }
        }
    }

    private static void estimated(ObjectNode node, String kind, double estimate, Interval own, Interval all) {
        node.put("kind", kind);
        node.set("estimate", Readings.number(estimate));
        node.set("interval", Readings.interval(own, TOO_FEW));
        node.set("simultaneous_interval", Readings.interval(all, TOO_FEW));
    }

    private static ObjectNode verdict(Verdict verdict) {
        var node = NODES.objectNode();
        switch (verdict) {
            case Verdict.Differs(var direction, var extent) ->
                node.put("kind", "differs").put("direction", FindingsJson.id(direction)).put("extent", FindingsJson.id(extent));
            case Verdict.Equivalent _ -> node.put("kind", "equivalent");
            case Verdict.NotShown(double detectable) -> {
                node.put("kind", "not_shown");
                node.set("minimal_detectable", Readings.finite(detectable, TOO_FEW));
            }
            case Verdict.TooFew(int needed) -> node.put("kind", "too_few").put("needed", needed);
        }
        return node;
    }
}
