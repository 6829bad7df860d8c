package io.memcmp.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Observed;
import io.memcmp.stats.Comparison;

/** A comparison as JSON, the same as in the report of a run. */
final class JudgementJson {
    private JudgementJson() {}

    static ObjectNode of(Judgement judgement) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("class", judgement.judged().map(FindingsJson::id).orElse(null));
        switch (judgement.comparison()) {
            case Observed.Present<Comparison>(var comparison) ->
                FindingsJson.fill(node, comparison, judgement.judged().isPresent());
            case Observed.Missing<Comparison>(var reason) -> node.put("absent", reason);
        }
        return node;
    }
}
