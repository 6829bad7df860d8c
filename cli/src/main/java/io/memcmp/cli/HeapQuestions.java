package io.memcmp.cli;

import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.heaps.Questions;
import io.memcmp.plan.UserError;
import io.memcmp.result.DumpOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is wanted of heap dumps. */
final class HeapQuestions {
    @Option(names = "--top", paramLabel = "N", description = "Length of the longest lists (default: 10).")
    private int top = 10;

    @Option(
            names = "--quick",
            description = "Classes with their instances and bytes alone: neither what is live nor what retains it.")
    private boolean quick;

    @Option(
            names = "--refs",
            paramLabel = "WHICH",
            description = "Which references keep an object: strong, or all, soft, weak and phantom ones too (default:"
                    + " strong).",
            converter = Converters.References.class)
    private References references = References.STRONG;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "A class: what its instances retain together, exactly, the largest of them, what holds them"
                    + " and what they hold; an error where no dump has it. May be repeated.")
    private final List<String> classes = new ArrayList<>();

    @Option(
            names = "--object",
            paramLabel = "ADDRESS",
            description = "An object, by an address that the report shows, such as 0x7f0012345678: its fields, what"
                    + " dominates it, and a path to it. May be repeated.")
    private final List<String> objects = new ArrayList<>();

    @Option(
            names = "--path",
            paramLabel = "ADDRESS|CLASS",
            description = "A shortest path from a root to an object, or to that instance of a class which retains most;"
                    + " an error where no dump has it. May be repeated.")
    private final List<String> paths = new ArrayList<>();

    @Option(names = "--depth", paramLabel = "N", description = "Levels of the tree of dominators (default: 8).")
    private int depth = 8;

    @Option(
            names = "--breadth",
            paramLabel = "N",
            description = "What the tree shows below each object, at most (default: 5).")
    private int breadth = 5;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = "The tree shows what retains so much of the live bytes (default: 1%%).",
            converter = Percentage.class)
    private double threshold = 0.01;

    @Option(
            names = "--suspect-share",
            paramLabel = "PERCENT",
            description =
                    "What holds so much of the live bytes, and at least 4 MiB, is a leak suspect (default: 10%%).",
            converter = Percentage.class)
    private double suspectShare = 0.1;

    @Option(
            names = "--no-waste",
            description = "Do not look for equal strings and arrays, sparse collections and boxed numbers.")
    private boolean noWaste;

    @Option(
            names = "--show-values",
            description = "Show what is in fields, arrays and strings too. A heap dump holds passwords and keys.")
    private boolean values;

    DumpOptions options() {
        atLeast("--top", top, 1);
        atLeast("--depth", depth, 1);
        atLeast("--breadth", breadth, 1);
        share("--threshold", threshold);
        share("--suspect-share", suspectShare);
        return new DumpOptions(
                references,
                quick,
                top,
                new DumpOptions.Tree(depth, breadth, threshold),
                suspectShare,
                !noWaste,
                values,
                Questions.of(classes, objects, paths));
    }

    private static void atLeast(String option, int number, int least) {
        if (number < least) {
            throw new UserError(option + " must be at least " + least + ": " + number, "leave it out for the default");
        }
    }

    private static void share(String option, double share) {
        if (share > 1) {
            throw new UserError(option + " must be at most 100%", "leave it out for the default");
        }
    }
}
