package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpLayout;
import io.memcmp.analysis.heapdump.Reachability;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What {@code memcmp heap} found, as JSON. Addresses are text: a number of JavaScript holds but 53 bits. */
final class DumpJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DumpJson() {}

    static ObjectNode of(DumpReport report) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/heap/1");
        node.put("tool_version", report.tool());
        node.put("created_at", report.created().toString());
        node.set("options", options(report.options()));
        node.set("dumps", array(report.dumps(), DumpJson::dump));
        report.difference()
                .ifPresentOrElse(
                        difference -> node.set("difference", DumpDifferenceJson.of(difference)),
                        () -> node.putNull("difference"));
        node.put("failed", report.failed());
        node.set("conditions", array(report.conditions(), DumpJson::condition));
        return node;
    }

    private static ObjectNode options(DumpOptions options) {
        var node = NODES.objectNode();
        node.put("references", options.references().name().toLowerCase(Locale.ROOT));
        node.put("quick", options.quick());
        node.put("top", options.top());
        node.put("depth", options.tree().depth());
        node.put("breadth", options.tree().breadth());
        node.put("threshold", options.tree().share());
        node.put("suspect_share", options.suspectShare());
        node.put("values", options.values());
        return node;
    }

    private static ObjectNode condition(DumpCondition condition) {
        var node = NODES.objectNode();
        node.put("condition", condition.text());
        node.put("dump", condition.dump());
        node.put("holds", condition.holds());
        node.put("unit", condition.unit().symbol());
        node.put("figure", condition.figure());
        node.put("operator", condition.operator());
        node.put("limit", condition.limit());
        node.put("remark", condition.remark().orElse(""));
        return node;
    }

    private static ObjectNode dump(DumpResult dump) {
        var node = NODES.objectNode();
        node.put("name", dump.source().name());
        node.put("size_bytes", dump.source().bytes());
        switch (dump) {
            case DumpResult.Unreadable(var _, var reason) ->
                node.put("status", "unreadable").put("reason", reason);
            case DumpResult.Read read -> {
                node.put("status", "read");
                node.put("incomplete", read.incomplete().isPresent());
                read.incomplete().ifPresent(reason -> node.put("incomplete_reason", reason));
                contents(read.contents(), node);
            }
        }
        return node;
    }

    private static void contents(DumpContents contents, ObjectNode node) {
        node.set("facts", facts(contents));
        node.set("needs_bytes", Readings.json(contents.needsBytes(), NODES::numberNode));
        node.set("all", amount(contents.all()));
        node.set("totals", Readings.json(contents.totals(), DumpJson::totals));
        node.put("class_count", contents.classCount());
        node.set("classes", array(contents.classes(), DumpJson::ofClass));
        node.set("dominators", Readings.json(contents.tree(), DumpTreeJson::of));
        node.set("suspects", Readings.json(contents.suspects(), suspects -> array(suspects, DumpTreeJson::suspect)));
        node.set("waste", Readings.json(contents.waste(), DumpTreeJson::waste));
        node.set("answers", DumpAnswersJson.of(contents.answers()));
    }

    /** Who refers to whom is not read where classes alone are wanted. */
    private static JsonNode ifTraced(DumpContents contents, long figure) {
        return Readings.json(contents.totals(), _ -> NODES.numberNode(figure));
    }

    private static ObjectNode facts(DumpContents contents) {
        var facts = contents.facts();
        var node = NODES.objectNode();
        node.put("format", facts.format());
        node.put("identifier_bytes", facts.identifierBytes());
        node.put("written_at", facts.written().toString());
        node.put("file_bytes", facts.fileBytes());
        node.put("objects", facts.objects());
        node.set("references", ifTraced(contents, facts.references()));
        var roots = node.putObject("roots");
        new TreeMap<>(facts.roots()).forEach(roots::put);
        node.set("dangling", ifTraced(contents, facts.dangling()));
        node.set("layout", layout(facts.layout()));
        node.set("warnings", ReportJson.strings(facts.warnings()));
        return node;
    }

    private static ObjectNode layout(DumpLayout known) {
        var layout = NODES.objectNode();
        var mode = known.mode();
        layout.put("compressed_oops", mode.compressedOops());
        layout.put("compressed_class_pointers", mode.compressedClassPointers());
        layout.put("compact_headers", mode.compactHeaders());
        layout.put("object_alignment_bytes", mode.objectAlignment());
        layout.put("array_base_bytes", known.arrayBase());
        layout.put("wide_array_base_bytes", known.wideArrayBase());
        layout.put("evidence", known.evidence().name().toLowerCase(Locale.ROOT));
        layout.put("agreeing", known.agreeing());
        layout.put("disagreeing", known.disagreeing());
        return layout;
    }

    private static ObjectNode totals(DumpContents.Totals totals) {
        var node = NODES.objectNode();
        node.set("live", amount(totals.live()));
        node.set("weak_only", amount(totals.weakOnly()));
        node.set("unreachable", amount(totals.unreachable()));
        return node;
    }

    private static ObjectNode ofClass(DumpContents.OfClass each) {
        var node = NODES.objectNode();
        node.put("class", each.name());
        each.loader().ifPresentOrElse(loader -> node.put("loader", loader), () -> node.putNull("loader"));
        node.put("instances", each.all().instances());
        node.put("bytes", each.all().bytes());
        node.put("share", each.share());
        node.set(
                "reached",
                each.amounts().isEmpty() ? Readings.absent("not asked for: --quick") : reached(each.amounts()));
        node.set("retained", Readings.json(each.retained(), retained -> {
            var figure = NODES.objectNode();
            figure.put("bytes", retained.bytes());
            figure.put("exact", retained.exact());
            return figure;
        }));
        return node;
    }

    static ObjectNode reached(Map<Reachability, Amount> amounts) {
        var node = NODES.objectNode();
        node.set("live", amount(amounts.getOrDefault(Reachability.STRONG, Amount.NONE)));
        node.set("weak_only", amount(amounts.getOrDefault(Reachability.WEAK_ONLY, Amount.NONE)));
        node.set("unreachable", amount(amounts.getOrDefault(Reachability.UNREACHABLE, Amount.NONE)));
        return node;
    }

    static ObjectNode amount(Amount amount) {
        var node = NODES.objectNode();
        node.put("instances", amount.instances());
        node.put("bytes", amount.bytes());
        return node;
    }

    static <T> ArrayNode array(Collection<T> things, Function<? super T, ? extends JsonNode> render) {
        var array = NODES.arrayNode();
        things.forEach(thing -> array.add(render.apply(thing)));
        return array;
    }
}
