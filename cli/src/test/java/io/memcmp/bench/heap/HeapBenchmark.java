package io.memcmp.bench.heap;

import io.memcmp.bench.contest.Contest;
import io.memcmp.bench.contest.Contest.Clock;
import io.memcmp.bench.contest.Contest.Entry;
import io.memcmp.bench.contest.Contest.Series;
import io.memcmp.bench.contest.Figures;
import io.memcmp.bench.contest.SmallestHeap;
import io.memcmp.bench.contest.Stopwatch;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Reads the same heap dumps with memcmp and with others, and prints the tables of {@code docs/benchmarks.md}. */
final class HeapBenchmark {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final List<Integer> HEAPS =
            List.of(16, 32, 64, 128, 256, 384, 512, 640, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192);

    private final Settings settings;
    private final Dumps dumps;
    private final Commands commands;
    private final Contest contest;
    private final SmallestHeap smallestHeap;

    private HeapBenchmark(Settings settings, Path scratch) throws IOException, InterruptedException {
        var stopwatch = new Stopwatch(scratch, settings.limit(), BETWEEN_LOOKS);
        this.settings = settings;
        this.dumps = new Dumps(Files.createDirectories(settings.dumps()), settings.program());
        this.commands = new Commands(settings);
        this.contest = new Contest(stopwatch, new Random(settings.seed()));
        this.smallestHeap = new SmallestHeap(stopwatch, HEAPS);
    }

    /**
     * {@code HeapBenchmark [NAME=VALUE…]}; {@link Settings} has the names.
     *
     * @param args as above
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var settings = Settings.parse(args);
        var scratch = Files.createTempDirectory("memcmp-heap");
        try {
            new HeapBenchmark(settings, scratch).run();
        } finally {
            delete(scratch);
        }
    }

    private void run() throws IOException, InterruptedException {
        System.out.printf(
                "JDK %s, %d cores, %d rounds in random order (seed %d), readers of others in the first %d, at most %d s each,"
                        + " Java heap %s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                settings.rounds(),
                settings.seed(),
                settings.slowRounds(),
                settings.limit().toSeconds(),
                settings.heap().isEmpty() ? "as the JVM chooses" : "at most " + settings.heap());
        load();
        var there = new ArrayList<DumpKind>();
        for (var kind : settings.kinds()) {
            if (dumps.has(kind)) {
                there.add(kind);
            } else {
                System.out.printf(
                        "%nNo %s: there is no JDK %d here.%n",
                        kind.id(), kind.machine().feature());
            }
        }
        if (settings.parts().contains("dumps")) {
            list(there);
        }
        if (settings.parts().contains("readers")) {
            for (var kind : there) {
                compare(dumps.get(kind));
            }
        }
        if (settings.parts().contains("memory")) {
            memory(there);
        }
        System.out.println();
        load();
    }

    /** Who else is busy on this machine spoils wall times more than ratios, and CPU times least. */
    private static void load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(Locale.ROOT, "Load average of the last minute: %.1f%n", load);
    }

    private void list(List<DumpKind> kinds) throws IOException, InterruptedException {
        System.out.print(
                "\n| dump | size | objects, as the JVM counts | of these the graph's | bytes of the graph |\n|-|-|-|-|-|\n");
        for (var kind : kinds) {
            var dump = dumps.get(kind);
            var held = dump.held().total();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,d | %,d |%n",
                    kind.id(),
                    Figures.megabytes(Files.size(dump.file())),
                    dump.all().total().instances(),
                    held.instances(),
                    held.bytes());
        }
    }

    private void compare(Dump dump) throws IOException, InterruptedException {
        Files.copy(dump.file(), OutputStream.nullOutputStream()); // from now on it is in the file cache
        var entries = new ArrayList<Entry>();
        entries.add(entry("`java -version`", commands.version(), settings.rounds()));
        var scan = commands.ask(Contestant.SCAN, Question.SCAN, dump.file());
        entries.add(entry(Contestant.SCAN.title(), scan, settings.rounds()));
        var questions = settings.questions();
        for (var question : questions) {
            entries.addAll(entries(question, dump.file()));
        }
        var all = contest.hold(entries, settings.rounds());
        System.out.printf(
                Locale.ROOT,
                "%n### %s: %s, %,d objects%n",
                dump.kind().id(),
                Figures.megabytes(Files.size(dump.file())),
                dump.all().total().instances());
        int each = (all.size() - 2) / questions.size();
        for (int i = 0; i < questions.size(); i++) {
            print(dump, questions.get(i), all.subList(0, 2), all.subList(2 + i * each, 2 + (i + 1) * each));
        }
    }

    private List<Entry> entries(Question question, Path dump) {
        var entries = new ArrayList<Entry>();
        for (var reader : settings.readers()) {
            int rounds = reader.peer() ? Math.min(settings.slowRounds(), settings.rounds()) : settings.rounds();
            entries.add(entry(reader.title(), commands.ask(reader, question, dump), rounds));
        }
        if (!settings.memcmp().isEmpty()) {
            entries.add(
                    entry("`memcmp heap --json`, as installed", commands.installed(question, dump), settings.rounds()));
        }
        return entries;
    }

    private static Entry entry(String title, List<String> command, int rounds) {
        return new Entry(title, command, rounds, Clock.PROCESS);
    }

    /** The first of the answers is memcmp's. */
    private void print(Dump dump, Question question, List<Series> floor, List<Series> answers) {
        System.out.printf("%n%s, %s:%n%n", dump.kind().id(), question.title());
        var rows = Stream.concat(floor.stream(), answers.stream()).toList();
        System.out.print(Tables.of(dump, rows, floor.getLast(), answers.getFirst()));
        System.out.println();
        for (int i = 0; i < settings.readers().size(); i++) {
            var answer = answers.get(i);
            if (!answer.output().isEmpty()) {
                System.out.printf("- %s: %s%n", answer.title(), Agreement.of(dump, question, answer.output()));
            }
        }
    }

    private void memory(List<DumpKind> kinds) throws IOException, InterruptedException {
        System.out.printf("%n### Smallest Java heap for %s (-Xmx)%n%n", Question.RETAINED.title());
        System.out.print("| dump | reader | Java heap | wall s | peak anonymous MB | bytes/object |\n|-|-|-|-|-|-|\n");
        for (var kind : kinds) {
            var dump = dumps.get(kind);
            for (var reader : settings.readers()) {
                System.out.printf("| %s | %s | %s |%n", kind.id(), reader.title(), smallest(reader, dump));
            }
        }
    }

    private String smallest(Contestant reader, Dump dump) throws IOException, InterruptedException {
        return smallestHeap
                .of(mebibytes -> commands.ask(reader, Question.RETAINED, dump.file(), mebibytes + "m"))
                .map(found -> String.format(
                        Locale.ROOT,
                        "%d MiB | %.2f | %.0f | %.1f",
                        found.mebibytes(),
                        found.took().wall(),
                        found.took().anonymous(),
                        1e6 * found.took().anonymous() / dump.all().total().instances()))
                .orElse(smallestHeap.none() + " | – | – | –");
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
