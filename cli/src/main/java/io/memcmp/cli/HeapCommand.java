package io.memcmp.cli;

import io.memcmp.heaps.DumpFile;
import io.memcmp.heaps.HeapCondition;
import io.memcmp.heaps.HeapReading;
import io.memcmp.heaps.Room;
import io.memcmp.launch.Memory;
import io.memcmp.recordings.Unpacked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcmp heap}. */
@Command(
        name = "heap",
        description =
                "Reports what a heap dump holds: classes with their true sizes, what keeps memory alive and how much of it,"
                        + " leak suspects with the path that leads to them, and bytes that could be spared. Exit status 1:"
                        + " a --fail-if holds; 2: wrong usage, a dump that cannot be read, or a class or an object that is"
                        + " asked about and not there; 3: the dump is not whole.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp heap app.hprof",
            "  memcmp heap --quick --top 30 app.hprof.gz",
            "  memcmp heap --class com.x.Cache --path com.x.Session app.hprof",
            "  memcmp heap --object 0x7f0012345678 app.hprof",
            "  memcmp heap --diff monday.hprof friday.hprof",
            "  memcmp heap --fail-if 'retained(com.x.Cache) > 50MiB' app.hprof",
            "  ssh host cat app.hprof.gz | memcmp heap --json - -"
        })
final class HeapCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final HeapQuestions questions = new HeapQuestions();

    @Option(names = "--diff", description = "Compare two dumps, the older one first: --diff OLD NEW.")
    private boolean diff;

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            description =
                    "End with status 1 when it holds: retained(CLASS), bytes(CLASS), instances(CLASS), live, weak_only,"
                            + " unreachable, heap or suspects, then >, >=, < or <=, then an amount such as 50MiB."
                            + " Figures of a class that is not in the dump are 0. May be repeated.")
    private final List<String> conditions = new ArrayList<>();

    @Option(names = "--anyway", description = "Read it even where less memory is free than it takes.")
    private boolean anyway;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing of the progress.")
    private boolean quiet;

    @Parameters(
            paramLabel = "DUMP",
            description = "Heap dumps (.hprof, .hprof.gz), or - for standard input.",
            arity = "1..*")
    private final List<String> sources = new ArrayList<>();

    HeapCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var created = Instant.now();
        var wishes = new HeapReading.Wishes(
                questions.options(),
                diff,
                conditions.stream().map(HeapCondition::parse).toList());
        var dumps = DumpFile.of(sources);
        output.keepOff(DumpFile.paths(dumps), "heap dump");
        try (var delivery = output.open(terminal);
                var unpacked = Unpacked.ofHeapDumps(terminal.in(), terminal.temporary())) {
            var room = new Room(Memory.available(), Memory.leftOfHeap(), anyway);
            var reading = new HeapReading(wishes, room, unpacked, new StderrDumpProgress(terminal, quiet));
            var report = reading.run(dumps, Version.text(), created);
            delivery.deliver(report);
            return ExitCode.of(report).number();
        }
    }
}
