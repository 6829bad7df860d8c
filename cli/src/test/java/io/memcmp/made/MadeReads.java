package io.memcmp.made;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Trial;
import io.memcmp.result.Budget;
import io.memcmp.result.CellResult;
import io.memcmp.result.CheckRequest;
import io.memcmp.result.Checking;
import io.memcmp.result.CompareRequest;
import io.memcmp.result.Comparing;
import io.memcmp.result.Metrics;
import io.memcmp.result.Pivot;
import io.memcmp.result.ReadReport;
import io.memcmp.result.Report;
import io.memcmp.result.ReportJson;
import io.memcmp.result.ReportReader;
import io.memcmp.result.TrialFacts;
import io.memcmp.result.TrialResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Reports that were read back, of runs that nobody made: wall time alone differs. */
public final class MadeReads {
    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    private MadeReads() {}

    /**
     * A cell and its wall times in seconds.
     *
     * @param collector its collector
     * @param seconds by block, from 1
     * @param outcome of every trial
     */
    public record Made(Collector collector, IntToDoubleFunction seconds, Outcome outcome) {
        /**
         * Completed.
         *
         * @param collector its collector
         * @param seconds by block
         */
        public Made(Collector collector, IntToDoubleFunction seconds) {
            this(collector, seconds, new Outcome.Completed(0));
        }
    }

    /**
     * {@return the report of a run, as JSON}
     *
     * @param seed tells it from others
     * @param blocks how many
     * @param cells its cells
     */
    public static String json(long seed, int blocks, List<Made> cells) {
        var made = MadeReports.run();
        var results = new ArrayList<CellResult>();
        for (var each : cells) {
            var cell = MadeReports.cell(each.collector());
            var trials = new ArrayList<TrialResult>();
            for (int block = 1; block <= blocks; block++) {
                var trial = MadeReports.trial(cell, block, each.outcome());
                var facts = new TrialFacts(
                        Reading.of(Math.rint(each.seconds().applyAsDouble(block) * 1e9)),
                        Reading.of(2_000_000_000L + block),
                        Reading.of(80L << 20),
                        Reading.absent("only Shenandoah paces threads"),
                        Observed.missing("nothing was recorded"));
                trials.add(new TrialResult(
                        new Trial(cell, block),
                        trial.outcome(),
                        facts,
                        Optional.empty(),
                        trial.directory(),
                        trial.noise(),
                        List.of()));
            }
            results.add(CellResult.of(cell, trials));
        }
        return ReportJson.document(new Report.Run(
                made.tool(),
                CREATED,
                made.subjects(),
                new Report.Design(blocks, seed, 1, made.design().judging()),
                made.host(),
                results,
                made.skipped(),
                made.findings(),
                made.directory(),
                false));
    }

    /**
     * {@return the same, read back}
     *
     * @param label what to call it
     * @param json the report
     */
    public static ReadReport read(String label, String json) {
        return ReportReader.document(label, json);
    }

    /** {@return a little noise, the same for ever, about 1} */
    public static double noise(int block) {
        return 1 + 0.01 * Math.sin(block * 2.399);
    }

    /** {@return a run of four collectors, one slower, one out of memory, one that the other has not} */
    public static Report.Compared compared() {
        return compared("before", "after");
    }

    /** {@return the same with names that are attacks} */
    public static Report.Compared hostileCompared() {
        return compared(MadeReports.HOSTILE, MadeReports.HOSTILE + "2");
    }

    private static Report.Compared compared(String before, String after) {
        var reports = List.of(read(before, before()), read(after, after()));
        var request = new CompareRequest(
                Pivot.of(List.of(), List.of(), List.of()),
                Optional.empty(),
                List.of(Metrics.WALL, Metrics.CPU, Metrics.PEAK_RESIDENT, Metrics.GC_CPU),
                0.03,
                false);
        return Comparing.of(reports, request, "0.0", CREATED);
    }

    /**
     * {@return the report of a run, each another one}
     *
     * @param number from 0
     */
    public static String document(int number) {
        return json(
                number,
                10,
                List.of(
                        new Made(Collector.SERIAL, block -> (1 + number) * noise(block)),
                        new Made(Collector.G1, block -> 1.1 * noise(block + number)),
                        new Made(Collector.ZGC, block -> 1.2 * noise(block + 5))));
    }

    private static String before() {
        return json(
                1,
                10,
                List.of(
                        new Made(Collector.SERIAL, MadeReads::noise),
                        new Made(Collector.G1, block -> 1.1 * noise(block + 3)),
                        new Made(Collector.ZGC, block -> 1.2 * noise(block + 5)),
                        new Made(Collector.PARALLEL, block -> noise(block + 7))));
    }

    private static String after() {
        return json(
                2,
                10,
                List.of(
                        new Made(Collector.SERIAL, block -> 1.3 * noise(block + 1)),
                        new Made(Collector.G1, block -> 1.11 * noise(block + 2)),
                        new Made(
                                Collector.ZGC,
                                block -> noise(block + 4),
                                new Outcome.OutOfMemory(Duration.ofSeconds(1))),
                        new Made(Collector.EPSILON, block -> noise(block + 6))));
    }

    /** {@return limits that hold, are broken and are open, and a baseline} */
    public static Report.Checked checked() {
        return checked("run", "main");
    }

    /** {@return the same with names that are attacks} */
    public static Report.Checked hostileChecked() {
        return checked(MadeReports.HOSTILE, MadeReports.HOSTILE + "2");
    }

    private static Report.Checked checked(String name, String baseline) {
        var budgets = List.of(
                Budget.parse("wall=1.2s", Budget.Side.MAX),
                Budget.parse("epsilon:wall=1s", Budget.Side.MAX),
                Budget.parse("g1:rss.peak=100MiB", Budget.Side.MIN),
                Budget.parse("g1:pause.p99=5ms", Budget.Side.MAX));
        var request = new CheckRequest(budgets, Optional.of(read(baseline, before())), 0.03, false, false);
        return Checking.of(read(name, after()), request, "0.0", CREATED);
    }
}
