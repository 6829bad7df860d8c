package io.memcmp.experiment;

import io.memcmp.launch.Outcome;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.HeapSearch.Ending;
import io.memcmp.result.HeapTrial;
import io.memcmp.result.HeapTrial.Purpose;
import io.memcmp.result.SearchRule;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The search for the smallest heap in which a program completes in time, by bisection.
 *
 * <p>A time limit is part of the question: near the minimum a program gets slower without end, and most collectors never
 * say that memory has run out. A run that takes more than tau times as long as in a generous heap has failed like one that
 * ran out of memory.
 */
final class MinHeap {
    /** Runs the program once; and knows its JVM. */
    interface Oracle {
        /** {@return how it ended and how long it took} */
        Ended run(Bytes heap, Duration limit) throws InterruptedException;

        /** {@return in which steps the JVM takes the size of a heap of about this size} */
        Bytes granule(Bytes heap);
    }

    /** How a run ended, and what the machine did meanwhile that speaks against its time. */
    record Ended(Outcome outcome, Duration wall, List<String> faults) {
        Ended(Outcome outcome, Duration wall) {
            this(outcome, wall, List.of());
        }
    }

    static final int RETRIES = 3;
    static final int MOST_TRIALS = 100;
    /** How many runs are made once more in all because the machine was busy: one that always is gets an answer too. */
    static final int MOST_DISTURBED = 10;

    private static final double PRECISION = 0.02;
    /** Doubling only looks for a place to begin: there the limit is loose, as the heap of the first run is not the last word. */
    private static final int LOOSE = 2;

    private static final int GENEROUS = 4;

    /** The search is over, whatever it was about to do. */
    private static final class Over extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Ending ending;

        Over(Ending ending) {
            super(ending.id(), null, false, false);
            this.ending = ending;
        }
    }

    private final SearchRule rule;
    private final Oracle oracle;
    private final Consumer<HeapTrial> progress;
    private final List<HeapTrial> trials = new ArrayList<>();
    private Optional<Bytes> tooSmall = Optional.empty();
    private Optional<Bytes> granule = Optional.empty();
    private Duration limit;
    private int disturbed;

    MinHeap(SearchRule rule, Oracle oracle, Consumer<HeapTrial> progress) {
        this.rule = rule;
        this.oracle = oracle;
        this.progress = progress;
        this.limit = rule.timeLimit();
    }

    /** {@return what came of it} */
    HeapSearch search(Cell cell) throws InterruptedException {
        Ending ending;
        try {
            ending = new Ending.Found(confirmed(bisected(doubled(patience()))));
        } catch (Over over) {
            ending = over.ending;
        }
        return new HeapSearch(cell, ending, tooSmall, granule, trials);
    }

    /** {@return how long the doubling waits} One run in a heap that is no worry: who does not end there ends nowhere. */
    private Duration patience() throws Over, InterruptedException {
        var trial = attempt(rule.firstHeap(), rule.timeLimit(), Purpose.GENEROUS);
        return switch (trial.outcome()) {
            case Outcome.Completed _ -> least(times(trial.wall(), LOOSE * rule.tau()), rule.timeLimit());
            case Outcome.TimedOut _ ->
                throw new Over(new Ending.Never("it had not ended after " + seconds(rule.timeLimit()) + " in a heap of "
                        + trial.heap().forJvm()
                        + "; a minimum heap is that of a program that does its work and ends (or see --time-limit)"));
            case Outcome.Failed failed -> throw new Over(new Ending.Never(failed.text()));
            case Outcome.OutOfMemory _ when trial.heap().compareTo(rule.maxHeap()) >= 0 -> throw new Over(never(trial));
            case Outcome.OutOfMemory _, Outcome.Interrupted _ -> rule.timeLimit();
        };
    }

    /** {@return the first of 16, 32, 64 … MiB in which it completes in time} */
    private Bytes doubled(Duration patience) throws Over, InterruptedException {
        for (var heap = SearchRule.SMALLEST; ; heap = least(twice(heap), rule.maxHeap())) {
            var trial = attempt(heap, patience, Purpose.DOUBLING);
            // One that was let run on is judged by the limit that is known now; if it was too slow, by a run of its
            // own.
            if (trial.fits()
                    && reference(heap)
                    && (trial.wall().compareTo(limit) <= 0
                            || attempt(heap, limit, Purpose.DOUBLING).fits())) {
                return heap;
            }
            tooSmall = Optional.of(heap);
            if (heap.compareTo(rule.maxHeap()) >= 0) {
                throw new Over(never(trial));
            }
        }
    }

    private Ending never(HeapTrial last) {
        return new Ending.Never(
                "it completed in no heap up to " + last.heap().forJvm() + ": " + why(last) + " (see --max-heap)");
    }

    /**
     * Runs it where the heap is no worry, and sets the limit of what follows.
     *
     * @return whether it is so; else it completed in the smaller heap by luck
     */
    private boolean reference(Bytes heap) throws Over, InterruptedException {
        var generous = least(new Bytes(GENEROUS * heap.count()), rule.maxHeap());
        var trial = attempt(generous, rule.timeLimit(), Purpose.REFERENCE);
        if (trial.outcome() instanceof Outcome.OutOfMemory) {
            return false;
        }
        if (!trial.fits()) {
            throw new Over(new Ending.Unknown("it completed in " + heap.forJvm() + " but not in " + generous.forJvm()
                    + ": " + why(trial) + " (see --max-heap)"));
        }
        limit = least(times(trial.wall(), rule.tau()), rule.timeLimit());
        return true;
    }

    private Bytes bisected(Bytes fits) throws Over, InterruptedException {
        long step = oracle.granule(fits).count();
        granule = Optional.of(new Bytes(step));
        long high = fits.count();
        long low = tooSmall.map(Bytes::count).orElse(0L);
        while (high - low > Math.max((double) step, PRECISION * (double) high)) {
            long middle = Math.ceilDiv((low + high) / 2, step) * step;
            if (middle >= high) {
                break; // the largest heap is no multiple of the step
            }
            if (attempt(new Bytes(middle), limit, Purpose.BISECTION).fits()) {
                high = middle;
            } else {
                low = middle;
                tooSmall = Optional.of(new Bytes(low));
            }
        }
        return new Bytes(high);
    }

    /** {@return that heap, or the next in which it completes every time} A bisection believes every run it sees. */
    private Bytes confirmed(Bytes heap) throws Over, InterruptedException {
        long step = granule.map(Bytes::count).orElse(1L);
        for (var candidate = heap; ; ) {
            if (completesEveryTime(candidate)) {
                return candidate;
            }
            tooSmall = Optional.of(candidate);
            // No finer than the bisection told sizes apart: where chance decides, walking by granules takes all day.
            long wider = Math.ceilDiv((long) (PRECISION * candidate.count()), step) * step;
            candidate = new Bytes(candidate.count() + Math.max(step, wider));
            if (candidate.compareTo(rule.maxHeap()) > 0) {
                throw new Over(new Ending.Unknown("it completed in " + heap.forJvm() + ", but not "
                        + SearchRule.CONFIRMATIONS + " times of " + SearchRule.CONFIRMATIONS + " in any heap up to "
                        + rule.maxHeap().forJvm() + " (see --max-heap)"));
            }
        }
    }

    private boolean completesEveryTime(Bytes heap) throws Over, InterruptedException {
        for (int run = 0; run < SearchRule.CONFIRMATIONS; run++) {
            if (!attempt(heap, limit, Purpose.CONFIRMATION).fits()) {
                return false;
            }
        }
        return true;
    }

    /** {@return a run that says something of its heap} One that failed otherwise says nothing, and is tried again. */
    private HeapTrial attempt(Bytes heap, Duration allowed, Purpose purpose) throws Over, InterruptedException {
        for (int retry = 0; ; retry++) {
            if (trials.size() >= MOST_TRIALS) {
                throw new Over(
                        new Ending.Unknown("no heap was sure after " + MOST_TRIALS + " launches, the last of them in "
                                + trials.getLast().heap().forJvm() + "; its need may change from run to run"));
            }
            var ended = oracle.run(heap, allowed);
            var trial = new HeapTrial(heap, purpose, ended.outcome(), ended.wall(), allowed, ended.faults());
            trials.add(trial);
            progress.accept(trial);
            switch (ended.outcome()) {
                case Outcome.Interrupted _ -> throw new Over(new Ending.Interrupted());
                case Outcome.Completed _, Outcome.OutOfMemory _, Outcome.TimedOut _ -> {
                    if (retry == RETRIES || !worthRepeating(trial)) {
                        return trial;
                    }
                    disturbed++;
                }
                case Outcome.Failed failed -> {
                    // A JVM that does not start has too little: it did start in the first heap, or the search is over.
                    if (failed.neverStarted()) {
                        return trial;
                    }
                    if (retry == RETRIES) {
                        throw new Over(failure(failed, heap));
                    }
                }
            }
        }
    }

    /** Neither a run that may have been slow for want of a processor, nor such a reference, is believed at once. */
    private boolean worthRepeating(HeapTrial trial) {
        boolean reference =
                trial.purpose() == Purpose.REFERENCE && !trial.faults().isEmpty();
        boolean judged = trial.purpose() != Purpose.GENEROUS; // that one had all the time there is
        return disturbed < MOST_DISTURBED && ((judged && trial.doubtful()) || reference);
    }

    private Ending failure(Outcome.Failed failed, Bytes heap) {
        var reason = "in " + heap.forJvm() + " it failed " + (RETRIES + 1) + " times: " + failed.text();
        boolean everCompleted = trials.stream().anyMatch(HeapTrial::fits);
        return everCompleted ? new Ending.Unknown(reason) : new Ending.Never(reason);
    }

    private String why(HeapTrial trial) {
        return trial.outcome() instanceof Outcome.Completed
                ? "too slow, " + seconds(trial.wall()) + " where " + seconds(least(limit, trial.limit()))
                        + " were allowed"
                : trial.outcome().text();
    }

    private static String seconds(Duration span) {
        return span.toMillis() < 10_000 ? span.toMillis() / 1000.0 + " s" : span.toSeconds() + " s";
    }

    private static Bytes twice(Bytes heap) {
        return new Bytes(2 * heap.count());
    }

    private static Duration times(Duration span, double factor) {
        return Duration.ofNanos((long) Math.min(span.toNanos() * factor, Long.MAX_VALUE / 2.0));
    }

    private static <T extends Comparable<T>> T least(T one, T other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
