package io.memcmp.render;

import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.Summary;
import io.memcmp.result.Unit;
import java.util.function.Function;

/** Every metric, one to a line. */
final class AllMetrics {
    private AllMetrics() {}

    static Block of(Function<Metric, Summary> summary) {
        return new Block.Fields(Metrics.ALL.stream()
                .map(metric -> new Block.Field(metric.id(), text(summary.apply(metric), metric.unit())))
                .toList());
    }

    private static String text(Summary summary, Unit unit) {
        return switch (summary) {
            case Summary.Of(var sample) when sample.size() == 1 -> Quantities.text(sample.median(), unit);
            case Summary.Of(var sample) ->
                "%s (%s)"
                        .formatted(
                                Quantities.text(sample.median(), unit),
                                Quantities.range(sample.min(), sample.max(), sample.median(), unit));
            case Summary.Absent(var reason) -> "– (" + reason + ")";
        };
    }
}
