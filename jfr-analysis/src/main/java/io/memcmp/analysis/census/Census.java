package io.memcmp.analysis.census;

import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpLayout;
import io.memcmp.analysis.layout.LayoutMode;
import java.util.List;
import java.util.OptionalLong;

/**
 * The live objects of a heap, those too that only weak references hold; by class, and what their bytes are spent on.
 *
 * @param mode how the virtual machine laid them out
 * @param evidence how that is known
 * @param instances how many objects
 * @param total what their bytes are spent on
 * @param filler with what the collector filled gaps, not counted above
 * @param predictions the same objects in other layouts, and in this one if it is among those that are asked for
 * @param classes those with most bytes, largest first
 */
public record Census(
        LayoutMode mode,
        DumpLayout.Evidence evidence,
        long instances,
        Parts total,
        Amount filler,
        List<Prediction> predictions,
        List<ClassCensus> classes) {
    /** Copies the lists, and refuses a class that does not predict what the census predicts. */
    public Census {
        predictions = List.copyOf(predictions);
        classes = List.copyOf(classes);
        for (var each : classes) {
            if (each.predicted().size() != predictions.size()) {
                throw new IllegalArgumentException("predictions of " + each.name());
            }
        }
    }

    /**
     * {@return the bytes of the same objects in another layout; empty where it was not asked for}
     *
     * @param other that layout
     */
    public OptionalLong predicted(LayoutMode other) {
        return predictions.stream()
                .filter(prediction -> prediction.mode().equals(other))
                .mapToLong(Prediction::bytes)
                .findFirst();
    }
}
