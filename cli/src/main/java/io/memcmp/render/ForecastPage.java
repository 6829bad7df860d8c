package io.memcmp.render;

import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.result.Forecast;
import io.memcmp.result.Report;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** What the same heap would take in other layouts, and what it took where a cell has one of them. */
final class ForecastPage {
    private static final List<String> PREDICTED = List.of("layout", "predicted", "change");
    private static final List<String> BOTH = List.of("layout", "predicted", "change", "measured", "off by", "in");

    /** What three digits would show as zero percent. */
    private static final double LEAST = 0.00005;

    private ForecastPage() {}

    static List<Block> of(Report.Run run, CellNames names) {
        var bases = new LinkedHashMap<Cell, List<Forecast>>();
        Forecast.of(run)
                .forEach(forecast -> bases.computeIfAbsent(forecast.basis(), _ -> new ArrayList<>())
                        .add(forecast));
        var blocks = new ArrayList<Block>();
        bases.forEach((basis, forecasts) -> blocks.addAll(table(names.of(basis), forecasts, names)));
        return blocks;
    }

    private static List<Block> table(String basis, List<Forecast> forecasts, CellNames names) {
        boolean measured =
                forecasts.stream().anyMatch(forecast -> forecast.measured().isPresent());
        var first = forecasts.getFirst();
        var blocks = new ArrayList<Block>();
        blocks.add(
                new Block.Heading((measured ? "Predicted against measured · from " : "In other layouts · ") + basis));
        blocks.add(new Block.Note("the objects of its census take " + Quantities.text(first.bytes(), Unit.BYTES)
                + " with " + LayoutWords.of(first.from())));
        blocks.add(new Block.Table(
                measured ? BOTH : PREDICTED,
                forecasts.stream()
                        .map(forecast -> row(forecast, measured, names))
                        .toList(),
                Block.Kind.FIGURES));
        forecasts.stream()
                .filter(ForecastPage::headersAlone)
                .map(ForecastPage::sentence)
                .distinct()
                .forEach(sentence -> blocks.add(new Block.Note(sentence)));
        if (first.basis().collector() == Collector.ZGC) {
            blocks.add(new Block.Note("ZGC has references of 8 bytes only: those of 4 take another collector"));
        }
        return blocks;
    }

    private static List<String> row(Forecast forecast, boolean measured, CellNames names) {
        var row = new ArrayList<String>();
        row.add(LayoutWords.brief(forecast.to()));
        row.add(Quantities.text(forecast.predicted(), Unit.BYTES));
        row.add(change(forecast.change()));
        if (measured) {
            row.add(forecast.measured()
                    .map(found -> Quantities.text(found.bytes(), Unit.BYTES))
                    .orElse("–"));
            row.add(forecast.miss().map(ForecastPage::change).orElse("–"));
            row.add(forecast.measured().map(found -> names.of(found.cell())).orElse("–"));
        }
        return row;
    }

    /** With a sign always, and to a hundredth of a percent: predictions are that good. */
    private static String change(double share) {
        return String.format(Locale.ROOT, "%+.2f %%", share * 100);
    }

    private static boolean headersAlone(Forecast forecast) {
        return forecast.to().compressedOops() == forecast.from().compressedOops()
                && forecast.to().objectAlignment() == forecast.from().objectAlignment();
    }

    private static String sentence(Forecast forecast) {
        return LayoutWords.headers(forecast.to()) + " would " + effect(forecast.change()) + ": "
                + Quantities.text(forecast.bytes(), Unit.BYTES) + " → "
                + Quantities.text(forecast.predicted(), Unit.BYTES) + " (predicted)"
                + forecast.measured()
                        .map(found -> ", " + Quantities.text(found.bytes(), Unit.BYTES) + " (measured)")
                        .orElse("");
    }

    private static String effect(double change) {
        if (Math.abs(change) < LEAST) {
            return "change nothing";
        }
        var size = Quantities.digits(Math.abs(change) * 100) + " %";
        return change < 0 ? "save " + size : "take " + size + " more";
    }
}
