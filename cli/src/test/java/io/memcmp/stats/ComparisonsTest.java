package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;
import io.memcmp.stats.Verdict.Direction;
import io.memcmp.stats.Verdict.Extent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What is said of two cells. */
final class ComparisonsTest {
    private static final double MARGIN = 0.03;
    private static final double ALPHA = 0.05;
    private static final double[] REFERENCE = {100, 103, 98, 101, 99, 102, 97, 104};

    @Test
    void aCellThatIsAlwaysTenthSlowerIsBeyondTheMargin() {
        var comparison = compare(ratio(1.09, 1.10, 1.11, 1.10, 1.12, 1.08, 1.10, 1.10));
        assertEquals(differs(Direction.HIGHER, Extent.BEYOND_MARGIN), comparison.verdict());
        var effect = assertInstanceOf(Effect.Ratio.class, comparison.effect());
        assertEquals(1.10, effect.estimate(), 0.003);
        assertEquals(2 / 256.0, comparison.p(), 1e-12);
    }

    @Test
    void theMirrorImageIsLower() {
        var comparison = compare(ratio(0.91, 0.90, 0.89, 0.90, 0.88, 0.92, 0.90, 0.90));
        assertEquals(differs(Direction.LOWER, Extent.BEYOND_MARGIN), comparison.verdict());
    }

    @Test
    void aDifferenceThatMayLieWithinTheMarginIsCalledSo() {
        var comparison = compare(ratio(1.02, 1.05, 1.04, 1.06, 1.03, 1.02, 1.05, 1.04));
        assertEquals(differs(Direction.HIGHER, Extent.PERHAPS_NEGLIGIBLE), comparison.verdict());
    }

    @Test
    void aDifferenceCanBeRealButNegligible() {
        var comparison = compare(ratio(1.010, 1.011, 1.009, 1.012, 1.008, 1.010, 1.011, 1.009));
        assertEquals(differs(Direction.HIGHER, Extent.NEGLIGIBLE), comparison.verdict());
    }

    @Test
    void whatLiesWithinTheMarginAroundNothingIsEquivalent() {
        var comparison = compare(ratio(1.01, 0.99, 1.002, 0.998, 1.005, 0.995, 1.0, 1.001));
        assertEquals(new Verdict.Equivalent(), comparison.verdict());
    }

    @Test
    void whatIsTooNoisyIsNotShownAndSaysWhatWouldHaveBeen() {
        var comparison = compare(ratio(1.2, 0.8, 1.1, 0.9, 1.15, 0.95, 1.05, 0.85));
        var notShown = assertInstanceOf(Verdict.NotShown.class, comparison.verdict());
        assertEquals(comparison.minimalDetectable(), notShown.minimalDetectable());
        assertTrue(notShown.minimalDetectable() > 0.1, notShown::toString);
    }

    @Test
    void fiveBlocksAreTooFewForTheLevelAndSixAreNot() {
        var five = compare(ratio(1.09, 1.10, 1.11, 1.10, 1.12));
        assertEquals(new Verdict.TooFew(6), five.verdict());
        assertFalse(
                assertInstanceOf(Effect.Ratio.class, five.effect()).interval().bounded());
        assertInstanceOf(
                Verdict.Differs.class,
                compare(ratio(1.09, 1.10, 1.11, 1.10, 1.12, 1.08)).verdict());
    }

    @Test
    void theFewestBlocksAreThoseOfTheTable() {
        assertEquals(6, Power.fewestBlocks(1, ALPHA));
        assertEquals(8, Power.fewestBlocks(4, ALPHA));
        assertEquals(9, Power.fewestBlocks(10, ALPHA));
        assertEquals(10, Power.fewestBlocks(15, ALPHA));
        assertEquals(4, Power.fewestTrials(1, ALPHA));
    }

    @Test
    void oneTrialEachSaysNothing() {
        assertEquals(new Verdict.TooFew(6), compare(ratio(1.5, 1.4)).verdict());
        var single = new Contrast(List.of(2.0), List.of(1.0), Design.PAIRED, Scale.RATIO);
        var compared = compare(single);
        assertEquals(new Verdict.TooFew(6), compared.verdict());
        assertTrue(Double.isNaN(compared.spread()), compared::toString);
        assertEquals(Double.POSITIVE_INFINITY, compared.minimalDetectable());
        var effect = assertInstanceOf(Effect.Ratio.class, compared.effect(), "a single trial is not exact");
        assertEquals(2, effect.estimate(), 1e-12);
        assertFalse(effect.interval().bounded());
        assertFalse(effect.simultaneous().bounded());
        var counts = compare(new Contrast(List.of(2.0), List.of(0.0), Design.INDEPENDENT, Scale.DIFFERENCE));
        assertEquals(new Verdict.TooFew(3), counts.verdict());
        assertEquals(
                2, assertInstanceOf(Effect.Difference.class, counts.effect()).estimate());
    }

    @Test
    void figuresThatAllAgreeAreExact() {
        var differ = compare(contrast(repeated(24, 6), repeated(16, 6)));
        assertEquals(new Effect.Exact(24, 16), differ.effect());
        assertEquals(differs(Direction.HIGHER, Extent.BEYOND_MARGIN), differ.verdict());
        assertEquals(
                new Verdict.Equivalent(),
                compare(contrast(repeated(24, 6), repeated(24, 6))).verdict());
        var hardly = compare(contrast(repeated(1001, 6), repeated(1000, 6)));
        assertEquals(differs(Direction.HIGHER, Extent.NEGLIGIBLE), hardly.verdict());
    }

    @Test
    void whatAgreesByCoincidenceIsNotTakenForExact() {
        // Two figures, each as likely as the other: with two trials on each side one in eight families would look
        // exact.
        assertEquals(0.125, Power.coincidence(Design.INDEPENDENT, 2, 2), 1e-12);
        assertEquals(
                new Verdict.TooFew(3),
                compare(apart(repeated(24, 2), repeated(16, 2))).verdict());
        assertInstanceOf(
                Verdict.Differs.class,
                compare(apart(repeated(24, 3), repeated(16, 3))).verdict());
        assertEquals(5, Power.fewestExact(Design.INDEPENDENT, 12, ALPHA));
    }

    @Test
    void inBlocksAFigureMayFollowThePlaceInTheBlockAndNotTheCell() {
        // The first to run in a block has 24, the other 16: only the order, drawn in each block, keeps it from
        // agreeing.
        assertEquals(2 / 32.0, Power.coincidence(Design.PAIRED, 5, 5), 1e-12);
        assertEquals(
                new Verdict.TooFew(6),
                compare(contrast(repeated(24, 5), repeated(16, 5))).verdict());
        for (int comparisons : new int[] {1, 4, 12, 15}) {
            assertEquals(Power.fewestBlocks(comparisons, ALPHA), Power.fewestExact(Design.PAIRED, comparisons, ALPHA));
        }
    }

    @Test
    void countsThatMayBeZeroAreComparedByTheirDifference() {
        var counts = new Contrast(
                List.of(3.0, 4.0, 3.0, 5.0, 4.0, 3.0, 4.0, 3.0), repeated(0, 8), Design.PAIRED, Scale.DIFFERENCE);
        var comparison = compare(counts);
        var effect = assertInstanceOf(Effect.Difference.class, comparison.effect());
        assertEquals(29 / 8.0, effect.estimate(), 1e-12);
        assertEquals(differs(Direction.HIGHER, Extent.BEYOND_MARGIN), comparison.verdict());
    }

    @Test
    void independentTrialsAreComparedWithoutBlocks() {
        var comparison = compare(new Contrast(
                List.of(110.0, 112.0, 109.0, 111.0),
                List.of(100.0, 101.0, 99.0, 102.0, 98.0),
                Design.INDEPENDENT,
                Scale.RATIO));
        assertEquals(2 / 126.0, comparison.p(), 1e-12);
        assertEquals(differs(Direction.HIGHER, Extent.BEYOND_MARGIN), comparison.verdict());
        assertEquals(
                new Verdict.TooFew(4),
                compare(new Contrast(List.of(3.0, 3.1, 3.2), List.of(1.0, 1.1, 1.2), Design.INDEPENDENT, Scale.RATIO))
                        .verdict());
    }

    @Test
    void oneComparisonAmongManyNeedsStrongerEvidence() {
        var one = ratio(1.09, 1.10, 1.11, 1.10, 1.12, 1.08, 1.10, 1.10);
        var noise = ratio(1.2, 0.8, 1.1, 0.9, 1.15, 0.95, 1.05, 0.85);
        var family = Comparisons.family(List.of(one, noise, noise, noise, noise, noise, noise), MARGIN, ALPHA);
        assertEquals(new Verdict.TooFew(9), family.getFirst().verdict());
        assertEquals(7 * 2 / 256.0, family.getFirst().adjustedP(), 1e-12);
        var few = Comparisons.family(List.of(one, noise, noise), MARGIN, ALPHA);
        assertInstanceOf(Verdict.Differs.class, few.getFirst().verdict());
    }

    @Test
    void aVerdictItsIntervalAndItsPNeverContradictWhateverTheTies() {
        var random = new Random(4);
        for (int i = 0; i < 800; i++) {
            for (var comparison : Comparisons.family(coarseFamily(random), MARGIN, ALPHA)) {
                boolean excluded = excludesNothing(comparison.effect());
                boolean said = comparison.verdict() instanceof Verdict.Differs;
                assertEquals(excluded, said, comparison::toString);
                assertEquals(comparison.adjustedP() <= ALPHA, said, comparison::toString);
            }
        }
    }

    @Test
    void aRatioOfZeroIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> contrast(List.of(0.0, 1.0), List.of(1.0, 1.0)));
        assertThrows(IllegalArgumentException.class, () -> contrast(List.of(1.0), List.of(1.0, 1.0)));
    }

    /** Whole numbers from a narrow range, so that zeros and ties abound. */
    private static List<Contrast> coarseFamily(Random random) {
        int n = random.nextInt(6, 10);
        int shift = random.nextInt(3);
        var family = new ArrayList<Contrast>();
        for (int c = random.nextInt(1, 4); c > 0; c--) {
            var design = random.nextBoolean() ? Design.PAIRED : Design.INDEPENDENT;
            var scale = random.nextBoolean() ? Scale.RATIO : Scale.DIFFERENCE;
            var values = random.ints(n, 20 + shift, 24 + shift)
                    .asDoubleStream()
                    .boxed()
                    .toList();
            var reference = random.ints(n, 20, 24).asDoubleStream().boxed().toList();
            family.add(new Contrast(values, reference, design, scale));
        }
        return family;
    }

    private static boolean excludesNothing(Effect effect) {
        return switch (effect) {
            case Effect.Ratio ratio -> !ratio.simultaneous().contains(1);
            case Effect.Difference difference -> !difference.simultaneous().contains(0);
            case Effect.Exact exact -> exact.value() != exact.reference();
        };
    }

    private static Comparison compare(Contrast contrast) {
        return Comparisons.family(List.of(contrast), MARGIN, ALPHA).getFirst();
    }

    private static Verdict differs(Direction direction, Extent extent) {
        return new Verdict.Differs(direction, extent);
    }

    private static Contrast ratio(double... ratios) {
        var reference = Arrays.copyOf(REFERENCE, ratios.length);
        var values = DoubleStream.of(ratios).toArray();
        for (int i = 0; i < ratios.length; i++) {
            values[i] *= reference[i];
        }
        return contrast(
                DoubleStream.of(values).boxed().toList(),
                DoubleStream.of(reference).boxed().toList());
    }

    private static Contrast contrast(List<Double> values, List<Double> reference) {
        return new Contrast(values, reference, Design.PAIRED, Scale.RATIO);
    }

    private static Contrast apart(List<Double> values, List<Double> reference) {
        return new Contrast(values, reference, Design.INDEPENDENT, Scale.RATIO);
    }

    private static List<Double> repeated(double figure, int times) {
        return Collections.nCopies(times, figure);
    }
}
