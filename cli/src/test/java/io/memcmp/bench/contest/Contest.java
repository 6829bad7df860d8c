package io.memcmp.bench.contest;

import io.memcmp.bench.contest.Stopwatch.Ended;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rounds in which every process runs once, in random order, so that what disturbs the machine disturbs all. */
public final class Contest {
    private final Stopwatch stopwatch;
    private final Random random;

    /**
     * Runs nothing yet.
     *
     * @param stopwatch runs each process
     * @param random the order
     */
    public Contest(Stopwatch stopwatch, Random random) {
        this.stopwatch = stopwatch;
        this.random = random;
    }

    /**
     * One who takes part.
     *
     * @param title for people
     * @param command what runs
     * @param rounds in how many of the rounds, the first ones
     * @param clock whose time counts
     */
    public record Entry(String title, List<String> command, int rounds, Clock clock) {}

    /** Whose time counts. */
    public enum Clock {
        /** From the start of the process to its end. */
        PROCESS,
        /** What the process says in its last line, in seconds. */
        ITS_OWN
    }

    /** How one did: by the round while all went well, and how it ended when it did not. */
    public static final class Series {
        private final Entry entry;
        private final SortedMap<Integer, Stopwatch.Took> rounds = new TreeMap<>();
        private List<String> output = List.of();
        private Ended last = new Ended.Failed("not run");

        Series(Entry entry) {
            this.entry = entry;
        }

        /** {@return its title for people} */
        public String title() {
            return entry.title();
        }

        /** {@return what it took, by the round} */
        public SortedMap<Integer, Stopwatch.Took> rounds() {
            return rounds;
        }

        /** {@return what it wrote in its last round} */
        public List<String> output() {
            return output;
        }

        /** {@return how its last process ended} */
        public Ended last() {
            return last;
        }
    }

    /**
     * Holds the contest. Who fails or takes too long does not run again.
     *
     * @param entries who takes part
     * @param rounds how many
     * @return how each did, in the order of the entries
     */
    public List<Series> hold(List<Entry> entries, int rounds) throws IOException, InterruptedException {
        var all = entries.stream().map(Series::new).toList();
        var left = new ArrayList<>(all);
        for (int round = 0; round < rounds; round++) {
            var order = new ArrayList<>(left);
            Collections.shuffle(order, random);
            for (var series : order) {
                if (round < series.entry.rounds() && !runs(series, round)) {
                    left.remove(series);
                }
            }
        }
        return all;
    }

    private boolean runs(Series series, int round) throws IOException, InterruptedException {
        series.last = stopwatch.run(series.entry.command());
        if (series.last instanceof Ended.Done(var took, var output)) {
            series.rounds.put(
                    round,
                    switch (series.entry.clock()) {
                        case PROCESS -> took;
                        case ITS_OWN -> took.withWall(Double.parseDouble(output.getLast()));
                    });
            series.output = output;
            return true;
        }
        return false;
    }
}
