package io.memcmp.made;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.census.Census;
import io.memcmp.analysis.census.ClassCensus;
import io.memcmp.analysis.census.Parts;
import io.memcmp.analysis.census.Prediction;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpLayout;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Layout;
import io.memcmp.result.CellResult;
import io.memcmp.result.Report;
import io.memcmp.result.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs with censuses: a list of nodes under two collectors and in three layouts. */
public final class MadeCensus {
    private static final LayoutMode USUAL = new LayoutMode(true, true, false, 8);
    private static final LayoutMode COMPACT = new LayoutMode(true, true, true, 8);
    private static final LayoutMode WIDE = new LayoutMode(false, true, false, 8);
    private static final LayoutMode WIDE_COMPACT = new LayoutMode(false, true, true, 8);
    private static final List<LayoutMode> MODES = List.of(USUAL, COMPACT, WIDE, WIDE_COMPACT);
    private static final List<Long> OF_A_NODE = List.of(24L, 16L, 24L, 24L);
    private static final Layout COMPACT_HEADERS = new Layout(Layout.Headers.COMPACT, Layout.Oops.DEFAULT);

    private MadeCensus() {}

    /** {@return three layouts, two of them measured under the collector of the first, and one trial without a census} */
    public static Report.Run run() {
        var g1 = MadeReports.cell(Collector.G1);
        var compact = new Cell(g1.subject(), g1.collector(), g1.jdk(), g1.heap(), COMPACT_HEADERS, List.of());
        return of(
                result(g1, USUAL, 0),
                result(MadeReports.cell(Collector.SERIAL), USUAL, 1),
                result(compact, COMPACT, 5),
                result(MadeReports.cell(Collector.ZGC), WIDE, 0),
                CellResult.of(
                        MadeReports.cell(Collector.SHENANDOAH),
                        List.of(
                                with(MadeReports.cell(Collector.SHENANDOAH), 1, Observed.missing(MadeReports.HOSTILE)),
                                with(MadeReports.cell(Collector.SHENANDOAH), 2, Observed.of(census(USUAL, 0))))));
    }

    /** {@return one cell alone: every other layout is predicted, and none measured} */
    public static Report.Run alone() {
        return of(result(MadeReports.cell(Collector.G1), USUAL, 0));
    }

    /** {@return one cell of a collector whose references are always long} */
    public static Report.Run zgc() {
        return of(result(MadeReports.cell(Collector.ZGC), WIDE_COMPACT, 0));
    }

    private static Report.Run of(CellResult... cells) {
        var whole = MadeReports.run();
        return new Report.Run(
                whole.tool(),
                whole.created(),
                whole.subjects(),
                whole.design(),
                whole.host(),
                List.of(cells),
                List.of(),
                whole.findings(),
                whole.directory(),
                false);
    }

    private static CellResult result(Cell cell, LayoutMode mode, int more) {
        return CellResult.of(
                cell,
                IntStream.rangeClosed(1, 2)
                        .mapToObj(block -> with(cell, block, Observed.of(census(mode, more + block - 1))))
                        .toList());
    }

    private static TrialResult with(Cell cell, int block, Observed<Census> census) {
        return MadeReports.trial(cell, block, new Outcome.Completed(0)).with(census);
    }

    /**
     * {@return a million nodes, a thousand arrays and some more of them}
     *
     * @param mode in which layout
     * @param more arrays
     */
    public static Census census(LayoutMode mode, int more) {
        long nodes = 1_000_000;
        long arrays = 1000L + more;
        int header = mode.compactHeaders() ? 8 : 12;
        int reference = mode.compressedOops() ? 4 : 8;
        long node = OF_A_NODE.get(MODES.indexOf(mode));
        var ofNodes =
                new Parts(nodes * header, nodes * reference, nodes * 4, nodes * (node - header - reference - 4), 0);
        var ofArrays = new Parts(arrays * (header + 4L), 0, arrays * 1000, arrays * (12L - header), 0);
        var classes = new ArrayList<ClassCensus>();
        classes.add(new ClassCensus(
                "io.memcmp.workloads.LinkedNodes$Link",
                nodes,
                ofNodes,
                OF_A_NODE.stream().map(bytes -> bytes * nodes).toList()));
        classes.add(new ClassCensus(
                MadeReports.HOSTILE,
                arrays,
                ofArrays,
                MODES.stream().map(_ -> arrays * 1016).toList()));
        var rest = new Parts(1200, 400, 400, 200, 800);
        var all = ofNodes.plus(ofArrays).plus(rest);
        return new Census(
                mode,
                DumpLayout.Evidence.ADDRESSES,
                nodes + arrays + 100,
                all,
                new Amount(3, 72),
                IntStream.range(0, MODES.size())
                        .mapToObj(i ->
                                new Prediction(MODES.get(i), OF_A_NODE.get(i) * nodes + arrays * 1016 + rest.bytes()))
                        .toList(),
                classes);
    }
}
