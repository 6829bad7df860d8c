package io.memcmp.bench.contest;

import io.memcmp.bench.contest.Stopwatch.Ended;
import io.memcmp.bench.contest.Stopwatch.Took;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** In which heap a process comes to its end: a ladder, halved. */
public final class SmallestHeap {
    private final Stopwatch stopwatch;
    private final List<Integer> ladder;

    /**
     * Runs nothing yet.
     *
     * @param stopwatch runs each process
     * @param ladder the heaps to be tried, in mebibytes, ascending
     */
    public SmallestHeap(Stopwatch stopwatch, List<Integer> ladder) {
        this.stopwatch = stopwatch;
        this.ladder = List.copyOf(ladder);
    }

    /**
     * What was found.
     *
     * @param mebibytes the heap
     * @param took what the process took in it
     */
    public record Found(int mebibytes, Took took) {}

    /**
     * {@return the smallest heap of the ladder, if any, and what the process took in it}
     *
     * @param command by the heap in mebibytes
     */
    public Optional<Found> of(IntFunction<List<String>> command) throws IOException, InterruptedException {
        int low = 0;
        int high = ladder.size();
        var found = Optional.<Found>empty();
        while (low < high) {
            int middle = (low + high) / 2;
            int mebibytes = ladder.get(middle);
            var ended = stopwatch.run(command.apply(mebibytes));
            if (ended instanceof Ended.Done done) {
                found = Optional.of(new Found(mebibytes, done.took()));
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return found;
    }

    /** {@return the words for nothing found} */
    public String none() {
        return "more than " + ladder.getLast() + " MiB, or more time than the limit";
    }
}
