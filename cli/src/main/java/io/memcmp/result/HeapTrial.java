package io.memcmp.result;

import io.memcmp.launch.Outcome;
import io.memcmp.plan.Bytes;
import java.time.Duration;
import java.util.Locale;

/**
 * One launch on the way to a minimum heap.
 *
 * @param heap {@code -Xms} and {@code -Xmx}
 * @param purpose what it was to find out
 * @param outcome how it ended
 * @param wall from the start of the process to its end
 * @param limit what it was allowed
 */
public record HeapTrial(Bytes heap, Purpose purpose, Outcome outcome, Duration wall, Duration limit) {

    /** What a launch was to find out. */
    public enum Purpose {
        /** Whether it completes at all. */
        GENEROUS,
        /** The first of 16, 32, 64 … MiB in which it completes. */
        DOUBLING,
        /** How long it takes where the heap is no worry. */
        REFERENCE,
        /** On which side of the middle the minimum lies. */
        BISECTION,
        /** Whether that was luck. */
        CONFIRMATION;

        /** {@return its name in reports} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return what to say of it in a line} */
    public String text() {
        return outcome instanceof Outcome.Completed
                ? String.format(Locale.ROOT, "%s in %.2f s", outcome.text(), wall.toNanos() / 1e9)
                : outcome.text();
    }

    /** {@return whether it completed, and in time} */
    public boolean fits() {
        return outcome instanceof Outcome.Completed && wall.compareTo(limit) <= 0;
    }
}
