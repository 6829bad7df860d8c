package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.result.CellResult;
import io.memcmp.result.HeapFindings;
import io.memcmp.result.HeapFindings.Suspect;
import io.memcmp.result.Report;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What heap dumps tell of each cell: who holds how much, and how a root leads there. Cells that say the same stand together. */
final class KeptAlive {
    private final CellNames names;
    private final boolean details;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<String, List<String>> paths = new LinkedHashMap<>();
    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    private KeptAlive(CellNames names, boolean details) {
        this.names = names;
        this.details = details;
    }

    static List<Block> of(Report.Run run, CellNames names, boolean details) {
        var page = new KeptAlive(names, details);
        run.cells().forEach(page::add);
        return page.blocks();
    }

    private void add(CellResult cell) {
        cell.diagnosis().heap().ifPresent(heap -> {
            var name = names.of(cell.cell());
            switch (heap) {
                case Observed.Present<HeapFindings>(var found) -> add(name, found);
                case Observed.Missing<HeapFindings>(var reason) -> note(name, "no heap dump: " + reason);
            }
        });
    }

    private void add(String cell, HeapFindings found) {
        note(cell, "the dump is of " + moment(found));
        found.incomplete().ifPresent(reason -> note(cell, "the dump is not all of the heap: " + reason));
        for (var suspect : found.suspects()) {
            rows.add(row(cell, suspect, found));
            paths.computeIfAbsent(path(suspect), _ -> new ArrayList<>()).add(cell);
            if (details) {
                note(cell, suspect.reason());
            }
        }
        if (found.suspects().isEmpty()) {
            note(cell, "nothing holds an unusual share");
        }
        if (details || found.suspects().isEmpty()) {
            note(cell, "retains most: " + dominators(found));
        }
    }

    private static String moment(HeapFindings found) {
        return switch (found.moment()) {
            case QUIET -> "the quiet point";
            case EXIT -> "the end of the program";
            case OUT_OF_MEMORY -> "the moment when memory had run out";
        };
    }

    private void note(String cell, String text) {
        var alike = notes.computeIfAbsent(text, _ -> new ArrayList<>());
        if (!alike.contains(cell)) {
            alike.add(cell);
        }
    }

    private static List<String> row(String cell, Suspect suspect, HeapFindings found) {
        return List.of(
                cell,
                Quantities.text(suspect.retained(), Unit.BYTES),
                Quantities.text(suspect.share(), Unit.RATIO),
                Quantities.text(found.reachable().bytes(), Unit.BYTES),
                what(suspect) + ", held by "
                        + suspect.holders().stream().map(KeptAlive::holder).collect(Collectors.joining(" and ")));
    }

    private static String what(Suspect suspect) {
        return suspect.instances() == 1
                ? suspect.name()
                : Quantities.text(suspect.instances(), Unit.COUNT) + " × " + suspect.name();
    }

    /** A class is called one already. */
    private static String holder(HeapFindings.Holder holder) {
        var name = holder.name().startsWith(holder.kind()) ? holder.name() : holder.kind() + " " + holder.name();
        return name + holder.field().map(field -> ", static field " + field).orElse("");
    }

    private static String path(Suspect suspect) {
        return suspect.path().stream()
                .map(step -> step.reference() + " → " + step.name())
                .collect(Collectors.joining(" "));
    }

    private static String dominators(HeapFindings found) {
        return found.dominators().stream()
                .map(step -> step.name() + " " + Quantities.text(step.retained(), Unit.BYTES))
                .collect(Collectors.joining(", "));
    }

    private List<Block> blocks() {
        if (rows.isEmpty() && notes.isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("What keeps memory alive"));
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(List.of("", "retained", "share", "of", "by"), rows, Block.Kind.WORDS));
        }
        paths.forEach((path, cells) -> blocks.add(new Block.Note("path, " + named(cells) + ": " + path)));
        notes.forEach((text, cells) -> blocks.add(new Block.Note(named(cells) + ": " + text)));
        if (!rows.isEmpty()) {
            blocks.add(new Block.Note("retained: what would be free if it were, by the dominators of the heap dump;"
                    + " of: all that strong references reach in it; neither is the live set, which the class"
                    + " histogram counts"));
        }
        return blocks;
    }

    private static String named(List<String> cells) {
        return String.join(", ", cells);
    }
}
