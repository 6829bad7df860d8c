package io.memcmp.render;

import io.memcmp.plan.Bytes;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.HeapTrial;
import io.memcmp.result.Report;
import io.memcmp.result.SearchRule;
import io.memcmp.result.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Minimum heaps: one table, what they mean, why some are missing; on demand every launch. */
final class MinHeapPage {
    private final Report.MinHeap report;
    private final CellNames names;

    private MinHeapPage(Report.MinHeap report) {
        this.report = report;
        this.names = CellNames.of(report);
    }

    static List<Block> of(Report.MinHeap report, boolean details) {
        return new MinHeapPage(report).blocks(details);
    }

    private List<Block> blocks(boolean details) {
        var blocks = new ArrayList<Block>();
        var common = names.commonButHeap();
        blocks.add(new Block.Heading("minimum heap of " + report.label() + (common.isEmpty() ? "" : " · " + common)));
        if (!report.searches().isEmpty()) {
            blocks.add(table());
        }
        blocks.add(new Block.Note(meaning()));
        for (var search : report.searches()) {
            search.reason()
                    .ifPresent(reason ->
                            blocks.add(new Block.Note(names.of(search.cell()) + ": no minimum found: " + reason)));
        }
        var skipped = new LinkedHashMap<String, List<String>>();
        report.skipped()
                .forEach(each -> skipped.computeIfAbsent(each.reason(), _ -> new ArrayList<>())
                        .add(names.of(each.cell())));
        skipped.forEach(
                (reason, cells) -> blocks.add(new Block.Note("skipped " + String.join(", ", cells) + ": " + reason)));
        if (report.interrupted()) {
            blocks.add(new Block.Note("interrupted: what was not reached is not here"));
        }
        if (details) {
            report.searches().forEach(search -> blocks.addAll(trials(search)));
        }
        return List.copyOf(blocks);
    }

    private Block table() {
        return new Block.Table(
                List.of("", "minimum heap", "too small", "reference wall", "in heap", "launches"),
                report.searches().stream().map(this::row).toList(),
                Block.Kind.FIGURES);
    }

    private List<String> row(HeapSearch search) {
        return List.of(
                names.of(search.cell()),
                size(search.minimum()),
                size(search.tooSmall()),
                search.referenceWall().map(MinHeapPage::time).orElse("–"),
                size(search.reference().map(HeapTrial::heap)),
                Integer.toString(search.trials().size()));
    }

    private String meaning() {
        var rule = report.rule();
        return ("minimum heap: the smallest -Xms = -Xmx in which it completed %d times of %d, each within %s times the"
                        + " wall time in the generous heap beside it; too small: the largest size seen to fail that")
                .formatted(SearchRule.CONFIRMATIONS, SearchRule.CONFIRMATIONS, CsvRenderer.number(rule.tau()));
    }

    private List<Block> trials(HeapSearch search) {
        return List.of(
                new Block.Heading("Launches of " + search.cell().subject().label() + " " + names.of(search.cell())),
                new Block.Table(
                        List.of("heap", "wall", "allowed", "for", "how it ended"),
                        search.trials().stream().map(MinHeapPage::trial).toList(),
                        Block.Kind.WORDS));
    }

    private static List<String> trial(HeapTrial trial) {
        return List.of(
                trial.heap().forJvm(),
                time(trial.wall()),
                time(trial.limit()),
                trial.purpose().id(),
                trial.outcome().text());
    }

    private static String size(Optional<Bytes> heap) {
        return heap.map(Bytes::forJvm).orElse("–");
    }

    private static String time(Duration span) {
        return Quantities.text(span.toNanos(), Unit.NANOSECONDS);
    }
}
