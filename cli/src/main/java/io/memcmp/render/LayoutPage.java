package io.memcmp.render;

import io.memcmp.analysis.layout.ClassLayout;
import io.memcmp.analysis.layout.ClassLayout.Part;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.LayoutModes;
import io.memcmp.analysis.layout.Structure;
import io.memcmp.result.Layouts;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Layouts: of each class the modes side by side, then those that are shown field by field. */
final class LayoutPage {
    private final Layouts report;
    private final int release;

    private LayoutPage(Layouts report) {
        this.report = report;
        this.release = report.jdk().feature();
    }

    static List<Block> of(Layouts report) {
        return new LayoutPage(report).blocks();
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (var subject : report.subjects()) {
            blocks.add(new Block.Heading(subject.name() + " · " + subject.kind() + " · JDK "
                    + report.jdk().version()));
            switch (subject.found()) {
                case Layouts.Found.Single(var layouts) -> single(subject, layouts, blocks);
                case Layouts.Found.Graph(var structure) -> graph(structure, blocks);
            }
        }
        blocks.addAll(legend());
        return List.copyOf(blocks);
    }

    private List<Block> legend() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("What it means"));
        if (report.subjects().stream().anyMatch(subject -> subject.found() instanceof Layouts.Found.Single)) {
            blocks.add(new Block.Note(ByteStrip.legend()));
        }
        if (report.subjects().stream().anyMatch(subject -> subject.found() instanceof Layouts.Found.Graph)) {
            blocks.add(
                    new Block.Note(
                            "fields: primitive fields of the structure's own; payload: those of what is put in;"
                                    + " a name in a formula stands for the bytes of what is referred to, which no table counts"));
        }
        blocks.add(new Block.Note(
                "modes: default: a heap below 32 GiB (64 GiB with align-16) and any collector but ZGC; oops-off:"
                        + " references of 8 bytes, as with ZGC always, whatever is asked for; ccp-off: class pointers of"
                        + " 8 bytes"
                        + (report.modes().stream().anyMatch(LayoutMode::compactHeaders)
                                ? "; compact: headers of 8 bytes"
                                : "")));
        new LinkedHashSet<>(report.modes().stream()
                        .flatMap(mode -> LayoutModes.remark(mode, release).stream())
                        .toList())
                .forEach(remark -> blocks.add(new Block.Note(remark)));
        return blocks;
    }

    private void single(Layouts.Subject subject, List<ClassLayout> layouts, List<Block> blocks) {
        subject.notes().forEach(note -> blocks.add(new Block.Note(note)));
        blocks.add(new Block.Table(
                List.of("mode", "header", "refs", "fields", "padding", "size"),
                layouts.stream().map(LayoutPage::row).toList(),
                Block.Kind.FIGURES));
        for (var layout : layouts) {
            if (report.shown().contains(layout.mode())) {
                full(subject, layout, blocks);
            }
        }
    }

    private static List<String> row(ClassLayout layout) {
        var totals = layout.totals();
        return List.of(
                LayoutModes.id(layout.mode()),
                Integer.toString(totals.header()),
                Long.toString(totals.references()),
                Long.toString(totals.primitives()),
                Long.toString(totals.padding()),
                Long.toString(totals.size()));
    }

    private void full(Layouts.Subject subject, ClassLayout layout, List<Block> blocks) {
        var flags = LayoutModes.flags(layout.mode(), release);
        blocks.add(new Block.Heading(LayoutModes.id(layout.mode()) + ": " + layout.size() + " bytes"
                + (flags.isEmpty() ? "" : " · " + String.join(" ", flags))));
        blocks.add(new Block.Table(
                List.of("offset", "size", "what"),
                layout.parts().stream().map(part -> row(subject, part)).toList(),
                Block.Kind.WORDS));
        blocks.add(new Block.Strip(new ByteStrip(layout).lines()));
    }

    private static List<String> row(Layouts.Subject subject, Part part) {
        return List.of(Long.toString(part.offset()), Long.toString(part.size()), what(subject, part));
    }

    private static String what(Layouts.Subject subject, Part part) {
        return switch (part.use()) {
            case HEADER -> "header: " + part.name();
            case GAP, TAIL -> "lost to alignment";
            case CONTENTION -> "kept free around @Contended";
            case PRIMITIVE, REFERENCE ->
                part.type() + " " + part.name()
                        + (part.injected() ? ", added by the virtual machine" : "")
                        + (part.declaredBy().isEmpty() || part.declaredBy().equals(subject.name())
                                ? ""
                                : ", of " + part.declaredBy());
        };
    }

    private void graph(Structure structure, List<Block> blocks) {
        blocks.add(new Block.Note("bytes of n " + plural(structure.element(), 2)));
        blocks.add(new Block.Table(
                List.of("mode", "formula"),
                report.modes().stream()
                        .map(mode -> List.of(LayoutModes.id(mode), structure.formula(mode, release)))
                        .toList(),
                Block.Kind.WORDS));
        structure.allRules().forEach(rule -> blocks.add(new Block.Note(rule)));
        for (long elements : report.elements()) {
            blocks.add(new Block.Heading("%s %s, bytes of each"
                    .formatted(Quantities.text(elements, Unit.COUNT), plural(structure.element(), elements))));
            blocks.add(new Block.Table(
                    List.of("mode", "header", "refs", "fields", "payload", "padding", "sum", "total"),
                    report.modes().stream()
                            .map(mode -> row(structure.footprint(elements, mode, release), mode))
                            .toList(),
                    Block.Kind.FIGURES));
        }
    }

    private static String plural(String element, long count) {
        if (count == 1) {
            return element;
        }
        return element.endsWith("y") ? element.substring(0, element.length() - 1) + "ies" : element + "s";
    }

    private static List<String> row(Structure.Footprint footprint, LayoutMode mode) {
        return List.of(
                LayoutModes.id(mode),
                each(footprint.header(), footprint.elements()),
                each(footprint.references(), footprint.elements()),
                each(footprint.bookkeeping(), footprint.elements()),
                each(footprint.payload(), footprint.elements()),
                each(footprint.padding(), footprint.elements()),
                each(footprint.total(), footprint.elements()),
                Long.toString(footprint.total()));
    }

    private static String each(long bytes, long elements) {
        return elements == 0 ? "–" : String.format(Locale.ROOT, "%.1f", bytes / (double) elements);
    }
}
