package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpFacts;
import io.memcmp.analysis.heapdump.DumpLayout;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.result.DumpCondition;
import io.memcmp.result.DumpContents;
import io.memcmp.result.DumpReport;
import io.memcmp.result.DumpResult;
import io.memcmp.result.DumpSuspect;
import io.memcmp.result.Unit;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report of heap dumps: what must not be first, then what each holds, from what holds it down to the classes. */
final class DumpPage {
    private final DumpReport report;
    private final boolean details;
    private final List<Block> blocks = new ArrayList<>();

    private DumpPage(DumpReport report, boolean details) {
        this.report = report;
        this.details = details;
    }

    static List<Block> of(DumpReport report, boolean details) {
        var page = new DumpPage(report, details);
        for (var dump : report.dumps()) {
            page.dump(dump);
        }
        report.difference().ifPresent(difference -> page.blocks.addAll(DumpDifferenceBlocks.of(difference)));
        page.conditions();
        return List.copyOf(page.blocks);
    }

    private void note(String text) {
        blocks.add(new Block.Note(text));
    }

    private void conditions() {
        if (report.conditions().isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading("Conditions"));
        boolean several = report.dumps().size() > 1;
        blocks.add(new Block.Table(
                List.of("", "condition and figure"),
                report.conditions().stream()
                        .map(condition -> condition(condition, several))
                        .toList(),
                Block.Kind.WORDS));
    }

    private static List<String> condition(DumpCondition condition, boolean several) {
        return List.of(
                condition.holds() ? "fails" : "ok",
                (several ? condition.dump() + ": " : "")
                        + condition.text() + ": "
                        + figure(condition)
                        + condition.remark().map(remark -> "; " + remark).orElse(""));
    }

    /** Sizes are rounded for reading, and a limit may lie between the two. */
    private static String figure(DumpCondition condition) {
        var text = Quantities.text(condition.figure(), condition.unit());
        return condition.unit() == Unit.BYTES && condition.figure() >= 1024
                ? text + " (" + Quantities.text(condition.figure(), Unit.COUNT) + " bytes)"
                : text;
    }

    private void dump(DumpResult dump) {
        var size = dump.source().bytes() == 0 ? "" : " · " + bytes(dump.source().bytes());
        blocks.add(new Block.Heading(dump.source().name() + size));
        switch (dump) {
            case DumpResult.Unreadable(var _, var reason) -> note("unreadable: " + reason);
            case DumpResult.Read read -> {
                identity(read.contents());
                totals(read.contents());
                read.incomplete()
                        .ifPresent(
                                reason -> note("incomplete: " + reason + "; what follows is of the rest, and what keeps"
                                        + " it may have been in the part that is missing"));
                read.contents().facts().warnings().forEach(warning -> note("note: " + warning));
                if (report.difference().isEmpty()) {
                    contents(read.contents());
                }
            }
        }
    }

    private void contents(DumpContents contents) {
        blocks.addAll(DumpAnswerBlocks.of(contents.answers()));
        switch (contents.suspects()) {
            case Observed.Present<List<DumpSuspect>>(var suspects) ->
                blocks.addAll(DumpSuspectBlocks.of(suspects, report.options().suspectShare()));
            case Observed.Missing<List<DumpSuspect>> _ -> {}
        }
        contents.tree().present().ifPresent(tree -> blocks.addAll(DumpTreeBlocks.of(tree)));
        classes(contents);
        contents.waste().present().ifPresent(waste -> blocks.addAll(DumpWasteBlocks.of(waste)));
        if (details) {
            roots(contents.facts());
        }
    }

    private void identity(DumpContents contents) {
        var facts = contents.facts();
        boolean traced = contents.totals().present().isPresent();
        note("%s of %s · %s objects%s"
                .formatted(
                        facts.format(),
                        facts.written().truncatedTo(ChronoUnit.SECONDS),
                        count(facts.objects()),
                        traced ? ", " + count(facts.references()) + " references" : ""));
        note("layout: " + layout(facts.layout()));
        if (details && facts.dangling() > 0) {
            note(count(facts.dangling()) + " references lead to objects that are not in the dump");
        }
    }

    private static String layout(DumpLayout layout) {
        var mode = layout.mode();
        var text = "%s headers, references of %d bytes%s%s"
                .formatted(
                        mode.compactHeaders() ? "compact" : "legacy",
                        mode.compressedOops() ? 4 : 8,
                        mode.compactHeaders() || mode.compressedClassPointers() ? "" : ", class pointers of 8 bytes",
                        mode.objectAlignment() == 8 ? "" : ", aligned to " + mode.objectAlignment() + " bytes");
        return text
                + switch (layout.evidence()) {
                    case ADDRESSES ->
                        "; known from the addresses in the dump: the gaps behind " + count(layout.agreeing())
                                + " arrays fit it, behind " + count(layout.disagreeing()) + " they do not";
                    case TOLD -> "; known from the flags of the virtual machine";
                    case ASSUMED -> "; assumed: the dump has no addresses that tell, so sizes are estimates";
                };
    }

    private void totals(DumpContents contents) {
        switch (contents.totals()) {
            case Observed.Missing<DumpContents.Totals>(var reason) ->
                note("%s in %s objects; what is live: %s"
                        .formatted(
                                bytes(contents.all().bytes()),
                                count(contents.all().instances()),
                                reason));
            case Observed.Present<DumpContents.Totals>(var totals) -> {
                boolean all = report.options().references() == References.ALL;
                blocks.add(new Block.Fields(List.of(
                        field(all ? "live, by references of every kind" : "live, by strong references", totals.live()),
                        field(
                                all ? "otherwise reachable" : "weak-only, by soft, weak, phantom ones",
                                totals.weakOnly()),
                        field("unreachable by anything in the dump", totals.unreachable()))));
            }
        }
    }

    private static Block.Field field(String name, Amount amount) {
        return new Block.Field(name, bytes(amount.bytes()) + " in " + count(amount.instances()) + " objects");
    }

    private void classes(DumpContents contents) {
        blocks.add(new Block.Heading(
                "Classes · %s of %s".formatted(contents.classes().size(), count(contents.classCount()))));
        boolean quick = report.options().quick();
        var names = contents.classes().stream()
                .collect(Collectors.groupingBy(DumpContents.OfClass::name, Collectors.counting()));
        var columns = new ArrayList<>(List.of("class", "instances", "bytes", "share"));
        if (!quick) {
            columns.add("retained");
        }
        blocks.add(new Block.Table(
                columns,
                contents.classes().stream().map(each -> row(each, names, quick)).toList(),
                Block.Kind.FIGURES));
        var legend = "bytes: of the objects themselves, the unreachable ones too; share: of all bytes in the dump";
        note(
                quick
                        ? legend
                        : legend + "; retained: what would be free if all of them were, = exactly, ≥ at least (--class"
                                + " NAME tells exactly)");
    }

    private static List<String> row(DumpContents.OfClass each, Map<String, Long> names, boolean quick) {
        boolean unique = names.getOrDefault(each.name(), 1L) == 1;
        var row = new ArrayList<>(List.of(
                unique ? each.name() : each.name() + " (" + each.loader().orElse("bootstrap loader") + ")",
                count(each.all().instances()),
                bytes(each.all().bytes()),
                Quantities.text(each.share(), Unit.RATIO)));
        if (!quick) {
            row.add(
                    switch (each.retained()) {
                        case Observed.Present<DumpContents.Retained>(var retained) ->
                            (retained.exact() ? "= " : "≥ ") + bytes(retained.bytes());
                        case Observed.Missing<DumpContents.Retained> _ -> "–";
                    });
        }
        return row;
    }

    private void roots(DumpFacts facts) {
        blocks.add(new Block.Heading("Roots"));
        blocks.add(new Block.Fields(facts.roots().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(root -> new Block.Field(root.getKey(), count(root.getValue())))
                .toList()));
    }

    static String bytes(long bytes) {
        return Quantities.text(bytes, Unit.BYTES);
    }

    static String count(long count) {
        return Quantities.text(count, Unit.COUNT);
    }
}
