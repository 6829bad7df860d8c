package io.memcmp.bench.reading;

import io.memcmp.bench.reading.Stopwatch.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** In which heap a reader comes to its end: a ladder, halved. */
final class SmallestHeap {
    private static final List<Integer> LADDER = List.of(16, 24, 32, 48, 64, 96, 128, 256, 512, 1024, 2048);

    private final Stopwatch stopwatch;
    private final Commands commands;

    SmallestHeap(Stopwatch stopwatch, Commands commands) {
        this.stopwatch = stopwatch;
        this.commands = commands;
    }

    /**
     * Prints for every reader and recording the smallest heap of the ladder, and how long it took in it.
     *
     * @param readers who reads
     * @param recordings what is read
     */
    void print(List<Contestant> readers, List<Path> recordings) throws IOException, InterruptedException {
        System.out.print("| reader |");
        for (var recording : recordings) {
            System.out.print(" " + Tables.megabytes(Files.size(recording)) + " |");
        }
        System.out.println("\n" + "|-".repeat(1 + recordings.size()) + "|");
        for (var reader : readers) {
            System.out.print("| " + reader.title() + " |");
            for (var recording : recordings) {
                System.out.print(" " + smallest(reader, recording) + " |");
                System.out.flush();
            }
            System.out.println();
        }
    }

    private String smallest(Contestant reader, Path recording) throws IOException, InterruptedException {
        int low = 0;
        int high = LADDER.size();
        var found = "more than " + LADDER.getLast() + " MiB, or more time than the limit";
        while (low < high) {
            int middle = (low + high) / 2;
            int mebibytes = LADDER.get(middle);
            var ended = stopwatch.run(commands.job(reader, Job.FULL, recording, "-Xmx" + mebibytes + "m"));
            if (ended instanceof Ended.Done done) {
                found = String.format(
                        Locale.ROOT, "%d MiB, %.2f s", mebibytes, done.took().wall());
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return found;
    }
}
