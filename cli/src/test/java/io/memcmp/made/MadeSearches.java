package io.memcmp.made;

import io.memcmp.launch.HostFacts;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Skipped;
import io.memcmp.plan.Subject;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.HeapSearch.Ending;
import io.memcmp.result.HeapTrial;
import io.memcmp.result.HeapTrial.Purpose;
import io.memcmp.result.Report;
import io.memcmp.result.SearchRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Searches for a minimum heap, one with each ending. */
final class MadeSearches {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Optional<Bytes> STEP = Optional.of(Bytes.ofMiB(2));

    private MadeSearches() {}

    static Report.MinHeap report(Subject subject, Instant created, HostFacts host) {
        return new Report.MinHeap(
                "0.0",
                created,
                List.of(subject),
                new SearchRule(5, LIMIT, Bytes.ofMiB(24 << 10), Bytes.ofMiB(6 << 10)),
                host,
                List.of(found(subject), unsure(subject), interrupted(subject), never(subject)),
                List.of(new Skipped(cell(subject, Collector.SHENANDOAH), "Option -XX:+UseShenandoahGC not supported")),
                true);
    }

    private static HeapSearch found(Subject subject) {
        return new HeapSearch(
                cell(subject, Collector.SERIAL),
                new Ending.Found(Bytes.ofMiB(74)),
                Optional.of(Bytes.ofMiB(72)),
                STEP,
                List.of(
                        completed(6144, Purpose.GENEROUS, 1500),
                        outOfMemory(64, Purpose.DOUBLING),
                        completed(128, Purpose.DOUBLING, 1700),
                        completed(512, Purpose.REFERENCE, 1600),
                        timedOut(72, 8_000),
                        completed(74, Purpose.CONFIRMATION, 7900)));
    }

    private static HeapSearch unsure(Subject subject) {
        return new HeapSearch(
                cell(subject, Collector.G1),
                new Ending.Unknown("in 61m it failed 4 times: " + MadeReports.HOSTILE),
                Optional.of(Bytes.ofMiB(60)),
                STEP,
                List.of(completed(256, Purpose.REFERENCE, 900), failed(61)));
    }

    private static HeapSearch interrupted(Subject subject) {
        return new HeapSearch(
                cell(subject, Collector.ZGC),
                new Ending.Interrupted(),
                Optional.of(Bytes.ofMiB(64)),
                Optional.empty(),
                List.of(completed(6144, Purpose.GENEROUS, 1500), completed(128, Purpose.DOUBLING, 1700)));
    }

    private static HeapSearch never(Subject subject) {
        return new HeapSearch(
                cell(subject, Collector.EPSILON),
                new Ending.Never("it completed in no heap up to 24g: out of memory after 1.25 s (see --max-heap)"),
                Optional.empty(),
                Optional.empty(),
                List.of(outOfMemory(24 << 10, Purpose.GENEROUS)));
    }

    private static Cell cell(Subject subject, Collector collector) {
        return new Cell(subject, collector, MadeReports.JDK, Heap.OF_JVM, Layout.DEFAULT, List.of());
    }

    private static HeapTrial completed(long mebibytes, Purpose purpose, long millis) {
        return trial(mebibytes, purpose, new Outcome.Completed(0), millis, LIMIT);
    }

    private static HeapTrial outOfMemory(long mebibytes, Purpose purpose) {
        return trial(mebibytes, purpose, new Outcome.OutOfMemory(Duration.ofMillis(1250)), 1250, LIMIT);
    }

    private static HeapTrial timedOut(long mebibytes, long millis) {
        var limit = Duration.ofMillis(millis);
        return trial(mebibytes, Purpose.BISECTION, new Outcome.TimedOut(limit), millis + 20, limit);
    }

    private static HeapTrial failed(long mebibytes) {
        var outcome = new Outcome.Failed(9, MadeReports.HOSTILE, List.of("last words"));
        return trial(mebibytes, Purpose.BISECTION, outcome, 400, Duration.ofMillis(4_500));
    }

    private static HeapTrial trial(long mebibytes, Purpose purpose, Outcome outcome, long millis, Duration limit) {
        return new HeapTrial(Bytes.ofMiB(mebibytes), purpose, outcome, Duration.ofMillis(millis), limit);
    }
}
