package io.memcmp.made;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpFacts;
import io.memcmp.analysis.heapdump.DumpLayout;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.analysis.heapdump.Reachability;
import io.memcmp.analysis.heapdump.Waste;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.result.DumpAnswers;
import io.memcmp.result.DumpCondition;
import io.memcmp.result.DumpContents;
import io.memcmp.result.DumpDifference;
import io.memcmp.result.DumpObject;
import io.memcmp.result.DumpOptions;
import io.memcmp.result.DumpReport;
import io.memcmp.result.DumpResult;
import io.memcmp.result.DumpStep;
import io.memcmp.result.DumpSuspect;
import io.memcmp.result.DumpTree;
import io.memcmp.result.DumpTree.Group;
import io.memcmp.result.DumpWaste;
import io.memcmp.result.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of heap dumps: a cache that leaks, whole, damaged, compared, and with names that are attacks. */
public final class MadeDumps {
    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");
    private static final String QUICK = "not asked for: --quick";
    private static final String HIDDEN = "contents are shown with --show-values";
    private static final long ADDRESS = 0x7_1000_0000L;

    private MadeDumps() {}

    /** {@return a dump with everything that can be asked, and a condition of each outcome} */
    public static DumpReport whole() {
        return report(
                options(false),
                List.of(new DumpResult.Read(
                        new DumpResult.Source("app.hprof", 112_000_000), contents("com.x.Cache"), Optional.empty())),
                Optional.empty(),
                List.of(
                        condition("retained(com.x.Cache) > 50MiB", true, 104_864_256, 50L << 20, ""),
                        condition(
                                "retained(com.x.Gone) > 0",
                                false,
                                0,
                                0,
                                "no class of this name is in the dump; there is com.y.Gone")));
    }

    /** {@return the same where every name is an attack, and contents are shown} */
    public static DumpReport hostile() {
        return report(
                options(true),
                List.of(new DumpResult.Read(
                        new DumpResult.Source(MadeReports.HOSTILE, 112_000_000),
                        contents(MadeReports.HOSTILE),
                        Optional.empty())),
                Optional.empty(),
                List.of(condition(MadeReports.HOSTILE, true, 1, 0, MadeReports.HOSTILE)));
    }

    /** {@return three dumps: one cut off and packed badly, one of identifiers that are no addresses, one that is none} */
    public static DumpReport damaged() {
        var cut = new DumpContents(
                facts(
                        DumpLayout.Evidence.ASSUMED,
                        Optional.of("the file ends inside a record at byte 30,000,000"),
                        List.of("12 objects are of classes that the dump does not describe")),
                Observed.missing(QUICK),
                new Amount(10, 240),
                Observed.missing(QUICK),
                1,
                List.of(new DumpContents.OfClass(
                        "byte[]", Optional.empty(), new Amount(10, 240), Map.of(), 1, Observed.missing(QUICK))),
                Observed.missing(QUICK),
                Observed.missing(QUICK),
                Observed.missing(QUICK),
                DumpAnswers.NONE);
        var quick = new DumpOptions(
                References.STRONG,
                true,
                10,
                new DumpOptions.Tree(4, 5, 0.01),
                0.1,
                true,
                false,
                DumpOptions.Questions.NONE);
        return report(
                quick,
                List.of(
                        new DumpResult.Read(
                                new DumpResult.Source("cut.hprof.gz", 9_000_000),
                                cut,
                                Optional.of("cut.hprof.gz is damaged or cut off after 30,000,000 bytes of what is"
                                        + " packed in it: Unexpected end of ZLIB input stream")),
                        new DumpResult.Unreadable(
                                new DumpResult.Source("app.log", 1234),
                                "app.log is no heap dump: it does not begin with \"JAVA PROFILE 1.0.\""),
                        new DumpResult.Read(new DumpResult.Source("standard input", 0), cut, Optional.empty())),
                Optional.empty(),
                List.of());
    }

    /** {@return two dumps, one later} */
    public static DumpReport difference() {
        return difference("com.x.Cache", Observed.missing("less than 60512 bytes, and not looked at"));
    }

    /** {@return the same with names that are attacks} */
    public static DumpReport hostileDifference() {
        return difference(MadeReports.HOSTILE, Observed.missing(MadeReports.HOSTILE));
    }

    private static DumpReport difference(String name, Observed<Long> unknown) {
        var compared = new DumpDifference(
                "monday.hprof",
                "friday.hprof",
                List.of(
                        new DumpDifference.Total("all objects", new Amount(900_000, 60 << 20), amount(2_426_777, 112)),
                        new DumpDifference.Total("live", new Amount(880_000, 58 << 20), amount(2_400_000, 110)),
                        new DumpDifference.Total("weak-only", new Amount(15_000, 1 << 20), amount(20_000, 1)),
                        new DumpDifference.Total("unreachable", new Amount(5_000, 1 << 20), amount(6_777, 1))),
                1234,
                List.of(
                        new DumpDifference.OfClass(
                                "byte[]",
                                amount(1000, 10),
                                amount(2000, 60),
                                Observed.of(10L << 20),
                                Observed.of(60L << 20)),
                        new DumpDifference.OfClass(
                                name, new Amount(1, 24), Amount.NONE, Observed.of(12L << 20), Observed.of(0L)),
                        new DumpDifference.OfClass(
                                "com.x.Fresh", Amount.NONE, new Amount(7, 168), Observed.missing(QUICK), unknown)),
                Observed.of(List.of(
                        new DumpDifference.OfPath(
                                List.of("class " + name, "static entries java.util.HashMap", ".table HashMap$Node[]"),
                                Observed.of(10L << 20),
                                Observed.of(60L << 20)),
                        new DumpDifference.OfPath(List.of("java.lang.Thread", name), Observed.of(1L << 20), unknown))));
        var one = new DumpResult.Read(
                new DumpResult.Source("monday.hprof", 60_000_000), contents(name), Optional.empty());
        var two = new DumpResult.Read(
                new DumpResult.Source("friday.hprof", 112_000_000), contents(name), Optional.empty());
        return report(options(false), List.of(one, two), Optional.of(compared), List.of());
    }

    private static DumpReport report(
            DumpOptions options,
            List<DumpResult> dumps,
            Optional<DumpDifference> difference,
            List<DumpCondition> conditions) {
        return new DumpReport("0.0", CREATED, options, dumps, difference, conditions);
    }

    private static DumpOptions options(boolean values) {
        return new DumpOptions(
                References.STRONG,
                false,
                10,
                new DumpOptions.Tree(4, 5, 0.01),
                0.1,
                true,
                values,
                new DumpOptions.Questions(List.of("com.x.Cache"), List.of(ADDRESS), List.of("com.x.Session")));
    }

    private static DumpCondition condition(String text, boolean holds, long figure, long limit, String remark) {
        return new DumpCondition(
                text,
                "app.hprof",
                holds,
                figure,
                Unit.BYTES,
                ">",
                limit,
                remark.isEmpty() ? Optional.empty() : Optional.of(remark));
    }

    private static Amount amount(long instances, long mebibytes) {
        return new Amount(instances, mebibytes << 20);
    }

    private static DumpFacts facts(DumpLayout.Evidence evidence, Optional<String> incomplete, List<String> warnings) {
        return new DumpFacts(
                "JAVA PROFILE 1.0.2",
                8,
                Instant.parse("2026-01-01T00:00:00Z"),
                112_000_000,
                2_426_777,
                4_853_120,
                Map.of("thread stack", 17L, "system class", 1200L),
                new DumpLayout(new LayoutMode(true, true, false, 8), 16, 16, evidence, 489_123, 0),
                3,
                incomplete,
                warnings);
    }

    private static DumpContents contents(String name) {
        var totals = new DumpContents.Totals(amount(2_400_000, 104), amount(20_000, 2), amount(6_777, 1));
        return new DumpContents(
                facts(DumpLayout.Evidence.ADDRESSES, Optional.empty(), List.of()),
                Observed.of(120L << 20),
                totals.all(),
                Observed.of(totals),
                523,
                List.of(
                        ofClass("byte[]", Optional.empty(), 1_000_000, 90, new DumpContents.Retained(90L << 20, false)),
                        ofClass(name, Optional.of("com.x.Loader"), 1, 1, new DumpContents.Retained(104_864_256, true)),
                        ofClass(name, Optional.of("com.x.Other"), 2, 1, new DumpContents.Retained(48, false))),
                Observed.of(tree(name)),
                Observed.of(List.of(suspect(name))),
                Observed.of(waste(name)),
                answers(name));
    }

    private static DumpContents.OfClass ofClass(
            String name, Optional<String> loader, long instances, long mebibytes, DumpContents.Retained retained) {
        var all = amount(instances, mebibytes);
        return new DumpContents.OfClass(
                name, loader, all, Map.of(Reachability.STRONG, all), mebibytes / 107.0, Observed.of(retained));
    }

    private static DumpObject object(String name, long place, long retained) {
        return new DumpObject(name, ADDRESS + place, 48, retained);
    }

    private static DumpTree tree(String name) {
        var arrays = node(".value", "byte[]", 4, 100, 104_857_600);
        var entries = node("[]", "java.util.HashMap$Node", 3, 100, 104_860_800, arrays);
        var table = node(".table", "java.util.HashMap$Node[]", 2, 1, 104_862_000, entries);
        var cache = node("static cache", name, 1, 1, 104_864_256, table);
        var chain = new DumpTree.Node("", name, ADDRESS + 9, 1, 49_999, 1_200_000, 1_200_000, List.of(), Amount.NONE);
        return new DumpTree(
                104L << 20,
                List.of(node("", "class " + name, 0, 1, 104_864_300, cache), chain),
                new Amount(2_000, 1 << 20),
                false);
    }

    private static DumpTree.Node node(
            String reference, String name, long place, long instances, long retained, DumpTree.Node... below) {
        return new DumpTree.Node(
                reference,
                name,
                ADDRESS + place,
                instances,
                0,
                48,
                retained,
                List.of(below),
                new Amount(1, retained > 104_864_000 ? 200_000 : 24));
    }

    private static List<DumpStep> path(String name) {
        return List.of(
                new DumpStep("system class", "class " + name, ADDRESS),
                new DumpStep("static cache", name, ADDRESS + 1),
                new DumpStep(".table", "java.util.HashMap", ADDRESS + 2));
    }

    private static DumpSuspect suspect(String name) {
        return new DumpSuspect(
                name,
                ADDRESS + 1,
                1,
                104_864_256,
                0.96,
                List.of(
                        new DumpSuspect.Holder("class", "class " + name, ADDRESS, Optional.of("cache")),
                        new DumpSuspect.Holder("root", "thread stack", ADDRESS + 1, Optional.empty())),
                new DumpSuspect.Accumulation(
                        "many",
                        "java.util.HashMap$Node[]",
                        ADDRESS + 3,
                        1,
                        104_862_000,
                        List.of(new DumpSuspect.Content("byte[]", ADDRESS + 4, 100, 104_857_600))),
                path(name),
                "one " + name + " holds 96 % of the live bytes, in 100 byte[] behind one java.util.HashMap$Node[]");
    }

    private static DumpWaste waste(String name) {
        return new DumpWaste(
                12_345,
                23_456,
                List.of(new DumpWaste.Duplicate(
                        "java.lang.String",
                        ADDRESS + 9,
                        11,
                        200,
                        11_000,
                        name.equals(MadeReports.HOSTILE) ? Optional.of(name) : Optional.empty())),
                List.of(new DumpWaste.Duplicate("byte[]", ADDRESS + 8, 1024, 3, 2080, Optional.empty())),
                List.of(new Waste.Sparse(name, 1000, 400, 300, 80_000)),
                List.of(new Waste.Boxed("java.lang.Integer", 5000, 80_000, 12)));
    }

    private static List<DumpAnswers.Slot> slots(String name) {
        return List.of(
                new DumpAnswers.Slot("size", "int", Observed.missing(HIDDEN), Optional.empty()),
                new DumpAnswers.Slot("name", "reference", Observed.of("null"), Optional.empty()),
                new DumpAnswers.Slot(
                        name,
                        "reference",
                        Observed.of("0x710000002 \"" + name + "\""),
                        Optional.of(object(name, 2, 104_863_000))));
    }

    private static DumpAnswers answers(String name) {
        var found = new DumpAnswers.Found(
                2,
                Map.of(Reachability.STRONG, new Amount(1, 24)),
                104_864_256,
                List.of(object(name, 1, 104_864_256)),
                List.of(new Group("class " + name, 1, 104_864_256)),
                List.of(new Group("java.util.HashMap", 1, 104_863_000)));
        return new DumpAnswers(
                List.of(
                        new DumpAnswers.OfClass(name, Observed.of(found)),
                        new DumpAnswers.OfClass(
                                "com.x.Gone", Observed.missing("no class of this name is in the dump"))),
                List.of(
                        new DumpAnswers.OfObject(
                                object(name, 1, 104_864_256),
                                Reachability.STRONG,
                                -1,
                                Optional.of(object("class " + name, 0, 104_864_300)),
                                slots(name),
                                List.of(object("java.util.HashMap", 2, 104_863_000)),
                                path(name)),
                        new DumpAnswers.OfObject(
                                object("int[]", 7, 0),
                                Reachability.UNREACHABLE,
                                12,
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of())),
                List.of(
                        new DumpAnswers.OfPath(
                                "com.x.Session",
                                Observed.of(new DumpAnswers.Path(object(name, 1, 104_864_256), path(name)))),
                        new DumpAnswers.OfPath("com.x.Gone", Observed.missing("no instance of it is live"))));
    }
}
