package io.memcmp.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.layout.ClassLayout;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.LayoutModes;
import io.memcmp.analysis.layout.Structure;

/** Layouts as JSON: {@code docs/json-schema/layout-1.json}. */
final class LayoutJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Layouts report;

    private LayoutJson(Layouts report) {
        this.report = report;
    }

    static ObjectNode of(Layouts report) {
        return new LayoutJson(report).document();
    }

    private ObjectNode document() {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/layout/1");
        node.put("tool_version", report.tool());
        node.set("jdk", ReportJson.jdk(report.jdk()));
        var modes = node.putArray("modes");
        report.modes().forEach(mode -> modes.add(mode(mode)));
        var subjects = node.putArray("subjects");
        report.subjects().forEach(subject -> subjects.add(subject(subject)));
        return node;
    }

    private ObjectNode mode(LayoutMode mode) {
        int release = report.jdk().feature();
        var node = NODES.objectNode();
        node.put("id", LayoutModes.id(mode));
        node.put("compressed_oops", mode.compressedOops());
        node.put("compressed_class_pointers", mode.compressedClassPointers());
        node.put("compact_headers", mode.compactHeaders());
        node.put("object_alignment_bytes", mode.objectAlignment());
        node.set("flags", ReportJson.strings(LayoutModes.flags(mode, release)));
        LayoutModes.remark(mode, release).ifPresent(remark -> node.put("remark", remark));
        return node;
    }

    private ObjectNode subject(Layouts.Subject subject) {
        var node = NODES.objectNode();
        node.put("name", subject.name());
        node.put("kind", subject.kind());
        node.put("source", subject.source());
        node.set("notes", ReportJson.strings(subject.notes()));
        switch (subject.found()) {
            case Layouts.Found.Single(var layouts) -> {
                var array = node.putArray("layouts");
                layouts.forEach(layout -> array.add(layout(layout)));
            }
            case Layouts.Found.Graph(var structure) -> node.set("graph", graph(structure));
        }
        return node;
    }

    private static ObjectNode layout(ClassLayout layout) {
        var node = NODES.objectNode();
        var totals = layout.totals();
        node.put("mode", LayoutModes.id(layout.mode()));
        node.put("size_bytes", layout.size());
        node.put("header_bytes", totals.header());
        node.put("reference_bytes", totals.references());
        node.put("primitive_bytes", totals.primitives());
        node.put("padding_bytes", totals.padding());
        var parts = node.putArray("parts");
        for (var part : layout.parts()) {
            parts.addObject()
                    .put("use", Layouts.word(part.use()))
                    .put("offset_bytes", part.offset())
                    .put("size_bytes", part.size())
                    .put("name", part.name())
                    .put("type", part.type())
                    .put("declared_by", part.declaredBy())
                    .put("injected", part.injected());
        }
        return node;
    }

    private ObjectNode graph(Structure structure) {
        int release = report.jdk().feature();
        var node = NODES.objectNode();
        node.put("element", structure.element());
        node.set("rules", ReportJson.strings(structure.allRules()));
        var modes = node.putArray("modes");
        for (var mode : report.modes()) {
            var entry = modes.addObject();
            entry.put("mode", LayoutModes.id(mode));
            entry.put("formula_bytes", structure.formula(mode, release));
            var footprints = entry.putArray("footprints");
            for (long elements : report.elements()) {
                footprints.add(footprint(structure.footprint(elements, mode, release)));
            }
        }
        return node;
    }

    private static ObjectNode footprint(Structure.Footprint footprint) {
        var node = NODES.objectNode();
        node.put("elements", footprint.elements());
        node.put("total_bytes", footprint.total());
        node.put("header_bytes", footprint.header());
        node.put("reference_bytes", footprint.references());
        node.put("bookkeeping_bytes", footprint.bookkeeping());
        node.put("payload_bytes", footprint.payload());
        node.put("padding_bytes", footprint.padding());
        return node;
    }
}
