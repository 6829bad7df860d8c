package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One ratio over several workloads. */
final class GeometricMeanTest {

    @Test
    void twiceAsSlowAndTwiceAsFastCancelOut() {
        var twice = paired(List.of(2.0, 4.0, 6.0), List.of(1.0, 2.0, 3.0));
        var half = paired(List.of(10.0, 20.0, 30.0), List.of(20.0, 40.0, 60.0));
        var mean = GeometricMean.of(List.of(twice, half)).orElseThrow();
        for (int block = 0; block < 3; block++) {
            assertEquals(1, mean.values().get(block) / mean.reference().get(block), 1e-12);
        }
    }

    @Test
    void itIsTheRootOfTheProductWhateverTheSizeOfTheWorkloads() {
        var small = paired(Collections.nCopies(6, 3.0), List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.5));
        var large = paired(Collections.nCopies(6, 3000.0), List.of(1000.0, 1000.0, 1000.0, 1000.0, 1000.0, 1000.1));
        var mean = GeometricMean.of(List.of(small, large)).orElseThrow();
        var comparison = Comparisons.family(List.of(mean), 0.03, 0.05).getFirst();
        assertEquals(
                3, assertInstanceOf(Effect.Ratio.class, comparison.effect()).estimate(), 1e-3);
    }

    @Test
    void workloadsThatWereNotMeasuredAlikeHaveNone() {
        var three = paired(List.of(2.0, 4.0, 6.0), List.of(1.0, 2.0, 3.0));
        var two = paired(List.of(2.0, 4.0), List.of(1.0, 2.0));
        var apart = new Contrast(three.values(), three.reference(), Design.INDEPENDENT, Scale.RATIO);
        var counts = new Contrast(three.values(), three.reference(), Design.PAIRED, Scale.DIFFERENCE);
        for (var other : List.of(two, apart, counts)) {
            assertEquals(Optional.empty(), GeometricMean.of(List.of(three, other)));
        }
        assertEquals(Optional.empty(), GeometricMean.of(List.of()));
    }

    private static Contrast paired(List<Double> values, List<Double> reference) {
        return new Contrast(values, reference, Design.PAIRED, Scale.RATIO);
    }
}
