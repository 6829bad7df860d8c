package io.memcmp.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.made.MadeCensus;
import io.memcmp.plan.Collector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ForecastTest {
    private static final LayoutMode COMPACT = new LayoutMode(true, true, true, 8);

    @Test
    void everyOtherLayoutIsPredictedAndHeldAgainstTheCellThatHasIt() {
        var forecasts = Forecast.of(MadeCensus.run());
        assertEquals(
                List.of("compact 5", "wide 0", "wide compact none"),
                forecasts.stream().map(ForecastTest::words).toList());
        var compact = forecasts.getFirst();
        assertEquals(Collector.G1, compact.basis().collector());
        assertEquals(17.02e6 / 25.02e6, compact.predicted() / compact.bytes(), 0.0001);
        assertEquals(compact.predicted() / compact.bytes() - 1, compact.change());
    }

    private static String words(Forecast forecast) {
        var name =
                (forecast.to().compressedOops() ? "" : "wide ") + (forecast.to().compactHeaders() ? "compact " : "");
        // One array more is 1016 bytes more.
        return name
                + forecast.measured()
                        .map(found -> Long.toString(Math.round((found.bytes() - forecast.predicted()) / 1016)))
                        .orElse("none");
    }

    @Test
    void withoutASecondLayoutNothingIsMeasured() {
        assertTrue(Forecast.of(MadeCensus.alone()).stream()
                .allMatch(forecast ->
                        forecast.measured().isEmpty() && forecast.miss().isEmpty()));
        assertEquals(3, Forecast.of(MadeCensus.alone()).size());
    }

    @Test
    void ofACellWithoutACensusInOneTrialNothingIsSaid() {
        var run = MadeCensus.run();
        assertEquals(
                List.of(),
                Forecast.of(run).stream()
                        .filter(forecast -> forecast.measured()
                                .map(Forecast.Measured::cell)
                                .equals(Optional.of(run.cells().getLast().cell())))
                        .toList());
    }

    @Test
    void aCensusIsWrittenAndReadBack() {
        var census = Observed.of(MadeCensus.census(COMPACT, 3));
        assertEquals(census, CensusJson.read(Readings.json(census, CensusJson::of)));
        var none = Observed.<io.memcmp.analysis.census.Census>missing("the dump did not fit");
        assertEquals(none, CensusJson.read(Readings.json(none, CensusJson::of)));
    }

    @Test
    void theJournalKeepsIt() {
        var trial = MadeCensus.run().cells().getFirst().trials().getFirst();
        assertEquals(
                trial.facts().census(),
                JournalLine.parse(ReportJson.line(trial)).orElseThrow().census());
    }
}
