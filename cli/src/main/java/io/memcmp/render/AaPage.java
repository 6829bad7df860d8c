package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.result.Aa;
import io.memcmp.result.SelfTests;
import io.memcmp.stats.Contrast.Scale;
import io.memcmp.stats.SelfTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The report of a configuration against itself. */
final class AaPage {
    private AaPage() {}

    static List<Block> of(Aa aa) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(aa.subject() + " · " + aa.cell() + " · against itself"));
        blocks.add(new Block.Note((aa.interrupted() ? "interrupted: " : "") + aa.trials() + " trials, " + aa.outcomes()
                + ", seed " + aa.seed()));
        blocks.add(new Block.Note(sentence(aa)));
        aa.warnings().forEach(warning -> blocks.add(new Block.Note(warning)));
        var tested = present(aa);
        if (!tested.isEmpty()) {
            blocks.add(new Block.Heading("The second trial of each pair against the first"));
            blocks.add(
                    new Block.Table(List.of("", "ratio", "p", "verdict"), rows(aa, AaPage::asRun), Block.Kind.WORDS));
        }
        blocks.add(new Block.Heading("False alarms"));
        blocks.add(new Block.Table(
                List.of("", "median", "spread of pairs", "in blocks", "one after the other"),
                aa.tests().stream().map(AaPage::alarms).toList(),
                Block.Kind.FIGURES));
        blocks.add(new Block.Note(
                "In blocks: pairs drawn from those measured, A and B named at random in each. At most 5 %, on any"
                        + " machine, by construction: blocks are randomised; what the machine changes is the spread. One after"
                        + " the other: windows of the run, the first half taken for A and the second for B, as tools do that"
                        + " do not take turns; the windows overlap."));
        if (!tested.isEmpty()) {
            blocks.add(new Block.Heading("Smallest difference that is shown, in four of five runs"));
            blocks.add(new Block.Table(columns(tested), rows(aa, AaPage::detectable), Block.Kind.FIGURES));
            blocks.add(new Block.Note(
                    "By number of blocks, of one comparison with so much spread; among several it takes more."));
        }
        for (var test : aa.tests()) {
            if (test.test() instanceof Observed.Missing<SelfTest>(var reason)) {
                blocks.add(new Block.Note(test.metric().id() + ": " + reason));
            }
        }
        blocks.add(new Block.Heading("Files"));
        blocks.add(new Block.Note("recordings, GC logs, output and report.json are in " + aa.directory()));
        return List.copyOf(blocks);
    }

    private static String sentence(Aa aa) {
        var tested = present(aa);
        if (tested.isEmpty()) {
            return "Nothing can be said of any judged metric; why stands below for each.";
        }
        var alarms = aa.tests().stream()
                .filter(each -> each.test() instanceof Observed.Present<SelfTest>(var test) && test.alarmsAsRun())
                .map(each -> each.metric().id())
                .toList();
        return alarms.isEmpty()
                ? "No difference is shown where there is none: the second trial of each pair against the first, judged"
                        + " metrics together at 5 %."
                : "A difference is shown where there is none: the second trial of each pair differs from the first in "
                        + String.join(", ", alarms) + ".";
    }

    private static List<List<String>> rows(Aa aa, Function<SelfTests, List<String>> row) {
        return aa.tests().stream()
                .filter(each -> each.test() instanceof Observed.Present<SelfTest>)
                .map(row)
                .toList();
    }

    private static List<String> asRun(SelfTests row) {
        var metric = row.metric();
        return row.test() instanceof Observed.Present<SelfTest>(var test)
                ? List.of(
                        metric.id(),
                        Ratios.simultaneous(test.asRun().effect(), metric.unit()),
                        AgainstReference.p(test.asRun().adjustedP()),
                        VerdictWords.of(metric, test.asRun(), 0))
                : List.of();
    }

    private static List<SelfTest> present(Aa aa) {
        var tests = new ArrayList<SelfTest>();
        for (var test : aa.tests()) {
            if (test.test() instanceof Observed.Present<SelfTest>(var present)) {
                tests.add(present);
            }
        }
        return tests;
    }

    private static List<String> alarms(SelfTests row) {
        var unit = row.metric().unit();
        var name = row.metric().id();
        return switch (row.test()) {
            case Observed.Missing<SelfTest> _ -> List.of(name, "–", "–", "–", "–");
            case Observed.Present<SelfTest>(var test) ->
                List.of(
                        name,
                        Quantities.text(row.median(), unit),
                        difference(test.spread(), test, row),
                        Quantities.tenths(100 * test.falseAlarmRate()) + " %",
                        test.sequentialAlarms() + " of " + test.windows());
        };
    }

    private static List<String> columns(List<SelfTest> tested) {
        var columns = new ArrayList<>(List.of(""));
        tested.getFirst().detectable().forEach(each -> columns.add("n = " + each.blocks()));
        return columns;
    }

    private static List<String> detectable(SelfTests row) {
        var cells = new ArrayList<>(List.of(row.metric().id()));
        if (row.test() instanceof Observed.Present<SelfTest>(var test)) {
            test.detectable().forEach(each -> cells.add(difference(each.difference(), test, row)));
        }
        return cells;
    }

    private static String difference(double difference, SelfTest test, SelfTests row) {
        return test.scale() == Scale.RATIO
                ? Quantities.tenths(100 * difference) + " %"
                : Quantities.text(difference, row.metric().unit());
    }
}
