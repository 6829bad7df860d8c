package io.memcmp.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Comparisons;
import io.memcmp.stats.Contrast;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import io.memcmp.stats.Verdict;
import io.memcmp.stats.Verdict.Direction;
import io.memcmp.stats.Verdict.Extent;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictWordsTest {

    @Test
    void whatIsShownIsTheNearerEndOfTheInterval() {
        assertEquals(
                "slower by at least 5.10 %", words("window", ratio(1.073, 1.051, 1.094), beyond(Direction.HIGHER)));
        assertEquals("faster by at least 10.0 %", words("wall", ratio(0.8, 0.7, 0.9), beyond(Direction.LOWER)));
        assertEquals(
                "longer by at least a factor of 40.0", words("stop.max", ratio(50, 40, 60), beyond(Direction.HIGHER)));
        assertEquals(
                "shorter by at least a factor of 50.0",
                words("stop.sum", ratio(0.01, 0.005, 0.02), beyond(Direction.LOWER)));
        assertEquals("fewer by at least 3", words("gc.count", difference(-5, -7, -3), beyond(Direction.LOWER)));
        assertEquals(
                "larger by exactly 4.00 MiB",
                words("live_set", new Effect.Exact(9 << 20, 5 << 20), beyond(Direction.HIGHER)));
    }

    @Test
    void whatMayBeNegligibleIsSaidToBe() {
        assertEquals(
                "more CPU by 4.10 %, perhaps negligibly",
                words(
                        "cpu",
                        ratio(1.041, 1.01, 1.07),
                        new Verdict.Differs(Direction.HIGHER, Extent.PERHAPS_NEGLIGIBLE)));
        assertEquals(
                "smaller by 1.00 %, negligible: within 3 %",
                words("rss.peak", ratio(0.99, 0.98, 0.995), new Verdict.Differs(Direction.LOWER, Extent.NEGLIGIBLE)));
    }

    @Test
    void equalAndUnknownAreTwoThings() {
        assertEquals("equivalent within 3 %", words("wall", ratio(1.001, 0.99, 1.01), new Verdict.Equivalent()));
        assertEquals("the same in every trial", words("wall", ratio(1, 1, 1), new Verdict.Equivalent()));
        assertEquals(
                "no difference shown; could have shown 7.00 %",
                words("wall", ratio(1.02, 0.97, 1.08), new Verdict.NotShown(0.07)));
        assertEquals(
                "no difference shown; could have shown a factor of 3.00",
                words("wall", ratio(1.02, 0.4, 4), new Verdict.NotShown(2)));
        assertEquals(
                "no difference shown; could have shown 4",
                words("gc.count", difference(1, -1, 3), new Verdict.NotShown(4)));
        assertEquals(
                "no difference shown; too few trials to show any",
                words(
                        "wall",
                        ratio(1.02, 0, Double.POSITIVE_INFINITY),
                        new Verdict.NotShown(Double.POSITIVE_INFINITY)));
        assertEquals("too few trials to tell, it takes 9", words("wall", ratio(1, 0.9, 1.1), new Verdict.TooFew(9)));
    }

    @Test
    void anEffectHasItsSimultaneousInterval() {
        var wall = Metrics.WALL.unit();
        assertEquals("+7.30 % [+5.10 %, +9.40 %]", VerdictWords.effect(ratio(1.073, 1.051, 1.094), wall));
        assertEquals("×2.50 [−20.0 %, ∞]", VerdictWords.effect(ratio(2.5, 0.8, Double.POSITIVE_INFINITY), wall));
        assertEquals("×1/50.0 [×1/100, ×0.10]", VerdictWords.effect(ratio(0.02, 0.01, 0.1), wall));
        assertEquals("±0.00 % [±0.00 %, ±0.00 %]", VerdictWords.effect(ratio(1, 1, 1), wall));
        assertEquals(
                "−5 [−7, +3]",
                VerdictWords.effect(
                        difference(-5, -7, 3), Metrics.parse("gc.count").unit()));
        assertEquals("the same", VerdictWords.effect(new Effect.Exact(5, 5), wall));
        assertEquals("+2.00 ms exactly", VerdictWords.effect(new Effect.Exact(5e6, 3e6), wall));
    }

    @Test
    void aSingleTrialIsNotCalledExactThoughItAgreesWithItself() {
        for (var scale : Contrast.Scale.values()) {
            var single = new Contrast(List.of(5e6), List.of(3e6), Contrast.Design.PAIRED, scale);
            var comparison = Comparisons.family(List.of(single), 0.03, 0.05).getFirst();
            var wall = Metrics.WALL.unit();
            assertFalse(Ratios.simultaneous(comparison.effect(), wall).contains("exactly"));
            assertFalse(Ratios.against(comparison.effect(), wall, "g1").contains("exactly"));
            assertFalse(VerdictWords.effect(comparison.effect(), wall).contains("exactly"));
            assertEquals("too few trials to tell, it takes 6", VerdictWords.of(Metrics.WALL, comparison, 0.03));
        }
    }

    private static String words(String metric, Effect effect, Verdict verdict) {
        return VerdictWords.of(metric(metric), comparison(effect, verdict), 0.03);
    }

    private static Metric metric(String id) {
        return Metrics.parse(id);
    }

    private static Comparison comparison(Effect effect, Verdict verdict) {
        return new Comparison(effect, 10, 10, 0.01, 0.02, 0.01, 0.01, verdict);
    }

    private static Verdict beyond(Direction direction) {
        return new Verdict.Differs(direction, Extent.BEYOND_MARGIN);
    }

    private static Effect ratio(double estimate, double low, double high) {
        return new Effect.Ratio(estimate, new Interval(low, high, 0.95), new Interval(low, high, 0.99));
    }

    private static Effect difference(double estimate, double low, double high) {
        return new Effect.Difference(estimate, new Interval(low, high, 0.95), new Interval(low, high, 0.99));
    }
}
