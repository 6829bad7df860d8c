package io.memcmp.bench.reading;

import io.memcmp.bench.contest.Contest;
import io.memcmp.bench.contest.Contest.Clock;
import io.memcmp.bench.contest.Contest.Entry;
import io.memcmp.bench.contest.Contest.Series;
import io.memcmp.bench.contest.Figures;
import io.memcmp.bench.contest.SmallestHeap;
import io.memcmp.bench.contest.Stopwatch;
import io.memcmp.plan.Collector;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Reads the same recordings with memcmp and with others, and prints the tables of {@code docs/benchmarks.md}. */
final class ReadingBenchmark {
    private static final int WARM_UP = 50;
    private static final int READS = 150;
    private static final List<Integer> HEAPS = List.of(16, 24, 32, 48, 64, 96, 128, 256, 512, 1024, 2048);

    private final Settings settings;
    private final Recordings recordings;
    private final Commands commands;
    private final Caches caches;
    private final Contest contest;
    private final SmallestHeap smallestHeap;

    private ReadingBenchmark(Settings settings, Path scratch) throws IOException, InterruptedException {
        var stopwatch = new Stopwatch(scratch, settings.limit());
        this.settings = settings;
        this.recordings = new Recordings(Files.createDirectories(settings.recordings()), settings.program());
        this.commands = new Commands(settings, Caches.jar(settings.classes(), scratch.resolve("benchmark.jar")));
        this.caches = new Caches(scratch, commands);
        this.contest = new Contest(stopwatch, new Random(settings.seed()));
        this.smallestHeap = new SmallestHeap(stopwatch, HEAPS);
    }

    /**
     * {@code ReadingBenchmark [NAME=VALUE…]}; {@link Settings} has the names.
     *
     * @param args as above
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var settings = Settings.parse(args);
        var scratch = Files.createTempDirectory("memcmp-reading");
        try {
            new ReadingBenchmark(settings, scratch).run();
        } finally {
            Recordings.delete(scratch);
        }
    }

    private void run() throws IOException, InterruptedException {
        System.out.printf(
                "JDK %s, %d cores, %d rounds in random order (seed %d), at most %d s each%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                settings.rounds(),
                settings.seed(),
                settings.limit().toSeconds());
        load();
        for (var job : List.of(Job.FULL, Job.GC)) {
            if (settings.parts().contains(job.id())) {
                compare(job);
            }
        }
        if (settings.parts().contains("warm")) {
            warm();
        }
        if (settings.parts().contains("memory")) {
            memory();
        }
        System.out.println();
        load();
    }

    /** Who else is busy on this machine spoils wall times more than ratios, and CPU times least. */
    private static void load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(Locale.ROOT, "Load average of the last minute: %.1f%n", load);
    }

    private void compare(Job job) throws IOException, InterruptedException {
        for (var kind : settings.kinds()) {
            if (recordings.has(kind)) {
                compare(job, kind);
            } else {
                System.out.printf("%nNo %s: there is no JDK %d here.%n", kind.id(), kind.feature());
            }
        }
    }

    private void compare(Job job, Kind kind) throws IOException, InterruptedException {
        var recording = recordings.get(kind);
        Files.copy(recording, OutputStream.nullOutputStream()); // from now on it is in the file cache
        var readers = settings.readers();
        var entries = new ArrayList<Entry>();
        for (var reader : readers) {
            entries.add(entry(reader, reader.title(), commands.job(reader, job, recording)));
        }
        for (var reader : readers) {
            var cache = caches.of(reader, job, recordings.get(kind.training()));
            entries.add(entry(reader, reader.cachedTitle(), commands.cached(reader, job, recording, cache)));
        }
        entries.addAll(others(job, recording));
        System.out.printf("%n### %s; %s%n", kind.machine(), job.title());
        var all = contest.hold(entries, settings.rounds());
        var plain = all.subList(0, readers.size());
        var cached = all.subList(readers.size(), 2 * readers.size());
        var rest = all.subList(2 * readers.size(), all.size());
        print("No cache for anyone", recording, plain, rest);
        print("As each is shipped", recording, cached.subList(0, 1), plain.subList(1, plain.size()));
        print("A cache for everyone", recording, cached, List.of());
        agree(all.subList(0, 2 * readers.size()));
    }

    private Entry entry(Contestant reader, String title, List<String> command) {
        return new Entry(title, command, reader.slow() ? settings.slowRounds() : settings.rounds(), Clock.PROCESS);
    }

    private List<Entry> others(Job job, Path recording) {
        var others = new ArrayList<Entry>();
        if (job == Job.FULL && !settings.memcmp().isEmpty()) {
            others.add(new Entry(
                    "`memcmp analyze --json`, as installed",
                    commands.analyze(recording),
                    settings.rounds(),
                    Clock.PROCESS));
        }
        var walk = commands.job(Contestant.MEMCMP, Job.WALK, recording);
        others.add(new Entry(Job.WALK.title(), walk, settings.rounds(), Clock.PROCESS));
        others.add(new Entry("`java -version`", commands.version(), settings.rounds(), Clock.PROCESS));
        return others;
    }

    private static void print(String heading, Path recording, List<Series> some, List<Series> more) throws IOException {
        System.out.printf("%n%s:%n%n", heading);
        System.out.print(Tables.of(Stream.concat(some.stream(), more.stream()).toList(), Files.size(recording)));
    }

    private static void agree(List<Series> readers) {
        var reference = readers.stream()
                .filter(reader -> reader.title().equals(Contestant.RECORDING_FILE.title()))
                .filter(reader -> !reader.output().isEmpty())
                .findFirst()
                .orElse(readers.getFirst());
        System.out.printf("%nAnswers, compared with those of %s:%n%n", reference.title());
        for (var reader : readers) {
            if (!reader.equals(reference) && !reader.output().isEmpty()) {
                System.out.printf("- %s: %s%n", reader.title(), Agreement.of(reference.output(), reader.output()));
            }
        }
    }

    private void warm() throws IOException, InterruptedException {
        var files = new ArrayList<Path>();
        double bytes = 0;
        for (var kind : Kind.all()) {
            if (kind.size() == Kind.Size.PLAIN && recordings.has(kind)) {
                files.add(recordings.get(kind));
                bytes += Files.size(files.getLast());
            }
        }
        var entries = new ArrayList<Entry>();
        for (var contestant : settings.readers()) {
            int rounds = contestant.slow() ? settings.slowRounds() : settings.rounds();
            entries.add(new Entry(
                    contestant.title(), commands.warm(contestant, WARM_UP, READS, files), rounds, Clock.ITS_OWN));
        }
        System.out.printf(
                Locale.ROOT,
                "%n### Warm: full job, %d files in one process after %d to warm up, %.1f MB each%n%n",
                READS,
                WARM_UP,
                bytes / files.size() / 1e6);
        System.out.print(Tables.warm(contest.hold(entries, settings.rounds()), READS, bytes / files.size()));
    }

    private void memory() throws IOException, InterruptedException {
        var files = new ArrayList<Path>();
        for (var size : List.of(Kind.Size.MB50, Kind.Size.MB250, Kind.Size.GB1)) {
            files.add(recordings.get(new Kind(size, Collector.G1, 25)));
        }
        System.out.printf("%n### Smallest heap for the full job (-Xmx, and the time it then takes)%n%n| reader |");
        for (var file : files) {
            System.out.print(" " + Figures.megabytes(Files.size(file)) + " |");
        }
        System.out.println("\n" + "|-".repeat(1 + files.size()) + "|");
        for (var reader : settings.readers()) {
            System.out.print("| " + reader.title() + " |");
            for (var file : files) {
                System.out.print(" " + smallest(reader, file) + " |");
                System.out.flush();
            }
            System.out.println();
        }
    }

    private String smallest(Contestant reader, Path file) throws IOException, InterruptedException {
        return smallestHeap
                .of(mebibytes -> commands.job(reader, Job.FULL, file, "-Xmx" + mebibytes + "m"))
                .map(found -> String.format(
                        Locale.ROOT,
                        "%d MiB, %.2f s",
                        found.mebibytes(),
                        found.took().wall()))
                .orElseGet(smallestHeap::none);
    }
}
