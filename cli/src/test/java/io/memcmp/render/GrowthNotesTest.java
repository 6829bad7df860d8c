package io.memcmp.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.leak.GrowthProfile;
import io.memcmp.made.MadeGrowth;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Subject;
import io.memcmp.result.CellResult;
import io.memcmp.result.GrowthAgreement;
import io.memcmp.result.GrowthAgreement.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthNotesTest {
    private static final Observed<GrowthProfile> LEAK = Observed.of(MadeGrowth.leak(MadeGrowth.window()));
    private static final Observed<GrowthProfile> FEW = Observed.missing("the whole heap was collected twice");

    private static Observed<GrowthProfile> leak(double mibPerMinute) {
        return Observed.of(MadeGrowth.leak(MadeGrowth.window(), mibPerMinute));
    }

    private static Observed<GrowthProfile> none(double upTo) {
        return Observed.of(MadeGrowth.none(MadeGrowth.window(), upTo));
    }

    private static List<String> notes(CellResult... cells) {
        var run = MadeGrowth.run(cells);
        return GrowthNotes.of(run, CellNames.of(run)).stream()
                .map(block -> ((Block.Note) block).text())
                .toList();
    }

    private static Verdict verdict(CellResult... cells) {
        var agreements = GrowthAgreement.of(List.of(cells));
        assertEquals(1, agreements.size());
        return agreements.getFirst().verdict();
    }

    @Test
    void oneCellIsOneSentence() {
        assertEquals(
                List.of(
                        "g1: the heap after collections grows by 3.00 MiB/min (2.70 to 3.30); out of memory in about 20.0 min"
                                + " (18.2 min to 22.2 min) at a heap of 512 MiB"),
                notes(MadeGrowth.cell(Collector.G1, LEAK)));
        assertEquals(
                List.of("g1: no growth of the heap after collections is shown: 0.25 MiB/min (-0.50 to 1.00)"),
                notes(MadeGrowth.cell(Collector.G1, none(1))));
    }

    @Test
    void reasonsAreSaidOnce() {
        assertEquals(
                List.of(
                        "growth of the heap after collections is not told for serial, parallel: the whole heap was collected twice"),
                notes(MadeGrowth.cell(Collector.SERIAL, FEW), MadeGrowth.cell(Collector.PARALLEL, FEW)));
    }

    @Test
    void collectorsThatShowOneRateAgree() {
        var cells = new CellResult[] {
            MadeGrowth.cell(Collector.SERIAL, leak(3)),
            MadeGrowth.cell(Collector.G1, leak(3.2)),
            MadeGrowth.cell(Collector.ZGC, leak(3.3)),
            MadeGrowth.cell(Collector.EPSILON, FEW)
        };

        assertEquals(Verdict.GROWS, verdict(cells));
        assertEquals(
                "the heap after collections grows under all 3 collectors that tell: 3.00 to 3.30 MiB/min",
                notes(cells).getFirst());
        assertEquals(5, notes(cells).size());
    }

    @Test
    void collectorsThatShowSeveralRatesSaySo() {
        var cells = new CellResult[] {MadeGrowth.cell(Collector.G1, leak(3)), MadeGrowth.cell(Collector.ZGC, leak(5))};

        assertEquals(Verdict.RATES_DIFFER, verdict(cells));
        assertEquals(
                "the heap after collections grows under all 2 collectors that tell, but not at one rate: 3.00 to 5.00 MiB/min",
                notes(cells).getFirst());
    }

    /** Growth of 2.7 to 3.3 MiB a minute under one collector, and at most so much under the other. */
    @ParameterizedTest
    @CsvSource({"4, OPEN", "1.5, OPEN", "1.3, DISAGREE", "0.1, DISAGREE"})
    void whatOneCollectorAloneShowsIsDoubted(double upTo, Verdict verdict) {
        var cells =
                new CellResult[] {MadeGrowth.cell(Collector.SERIAL, none(upTo)), MadeGrowth.cell(Collector.ZGC, leak(3))
                };

        assertEquals(verdict, verdict(cells));
        assertEquals(
                Map.of(
                                Verdict.OPEN,
                                "the heap after collections grows under zgc; under serial growth is neither shown nor excluded",
                                Verdict.DISAGREE,
                                "collectors disagree: the heap after collections grows under zgc and far less or not at all under serial;"
                                        + " what grows is then rather dead objects left uncollected than a leak")
                        .get(verdict),
                notes(cells).getFirst());
    }

    @Test
    void whereNoneShowsGrowthOneSentenceIsEnough() {
        var cells = new CellResult[] {MadeGrowth.cell(Collector.G1, none(1)), MadeGrowth.cell(Collector.ZGC, none(2))};

        assertEquals(Verdict.NOT_SHOWN, verdict(cells));
        assertEquals(
                List.of(
                        "no growth of the heap after collections is shown under any of the 2 collectors that tell: 256 to 512 KiB/min"),
                notes(cells));
    }

    @Test
    void severalTrialsAreTakenTogether() {
        assertEquals(
                List.of(
                        "g1: the heap after collections grows in all 3 trials, by 3.00 MiB/min (2.61 to 3.41); out of memory in about"
                                + " 20.0 min (18.2 min to 22.2 min) at a heap of 512 MiB"),
                notes(MadeGrowth.cell(Collector.G1, leak(2.9), leak(3), leak(3.1))));
        assertEquals(
                List.of("g1: the heap after collections grows in 1 of 3 trials: 1.63 MiB/min (-0.50 to 3.30)"),
                notes(MadeGrowth.cell(Collector.G1, leak(3), none(1), FEW)));
    }

    @Test
    void ofABundledWorkloadOnlyGrowthIsTold() {
        var subject = new Subject.Bundled("cache-leak", Map.of());

        assertEquals(
                List.of(),
                notes(
                        MadeGrowth.cell(subject, Collector.SERIAL, FEW),
                        MadeGrowth.cell(subject, Collector.G1, none(1)),
                        MadeGrowth.cell(subject, Collector.ZGC, none(1))));
        assertEquals(1, notes(MadeGrowth.cell(subject, Collector.G1, LEAK)).size());
    }

    @Test
    void growthThatBeganLateSaysSinceWhen() {
        var window = MadeGrowth.window();
        var late = new GrowthProfile(
                20,
                window.end().minusSeconds(600),
                1000,
                900,
                1100,
                100 << 20,
                Reading.of(512 << 20),
                Observed.missing("growth was even in the last 17 % of the time only"));

        assertEquals(
                List.of(
                        "g1: the heap after collections grows by 58.6 KiB/min (52.7 to 64.5), evenly in the last 10.0 min; when memory runs"
                                + " out is not told: growth was even in the last 17 % of the time only"),
                notes(MadeGrowth.cell(Collector.G1, Observed.of(late))));
    }

    @ParameterizedTest
    @CsvSource({
        "45, 45 s",
        "119, 119 s",
        "545, 9.08 min",
        "7300, 2.03 h",
        "200000, 2.31 days",
        "1e8, 3.17 years",
        "1e12, more than 1000 years"
    })
    void timesToComeAreInTheUnitThatSuitsThem(double seconds, String text) {
        assertEquals(text, GrowthWords.span(seconds * 1e9));
    }

    @Test
    void aRateNearZeroIsInTheUnitOfItsInterval() {
        assertEquals("0.00 MiB/min (-2.00 to 3.00)", GrowthWords.rate(0, -2 * 17476.266666, 3 * 17476.266666));
        assertTrue(GrowthWords.rate(10, 5, 12).endsWith("KiB/h (17.6 to 42.2)"));
    }
}
