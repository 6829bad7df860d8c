package io.memcmp.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The heap of a cell.
 *
 * @param size {@code -Xms} and {@code -Xmx}; empty leaves both to the JVM, or, with a multiple, is not known yet
 * @param multiple of the minimum heap, where it was asked for as such: cells of two programs are at the same point of the
 *     heap axis when their multiples are equal, not their sizes
 */
public record Heap(Optional<Bytes> size, Optional<Double> multiple) {
    /** The JVM's own choice. */
    public static final Heap OF_JVM = new Heap(Optional.empty(), Optional.empty());

    private static final Pattern MULTIPLE = Pattern.compile("(\\d{1,4}(?:[.]\\d{1,4})?)[xX]");
    /** Where regions grow with the heap there are about so many of them. */
    private static final long REGIONS = 2048;

    private static final long SMALLEST_STEP = 2L << 20;
    private static final long LARGEST_STEP = 32L << 20;

    /**
     * {@return a heap of that size}
     *
     * @param size for {@code -Xms} and {@code -Xmx}
     */
    public static Heap of(Bytes size) {
        return new Heap(Optional.of(size), Optional.empty());
    }

    /**
     * {@return the heap that the text says: a size, or a multiple of a minimum that is not known yet}
     *
     * @param text for example {@code 512m}, {@code 1.5x}
     */
    public static Heap parse(String text) {
        var word = text.strip();
        if (!word.toLowerCase(Locale.ROOT).contains("x")) {
            return of(Bytes.parse(word));
        }
        var multiple = MULTIPLE.matcher(word);
        if (!multiple.matches()) {
            throw new UserError(
                    "not a multiple of the minimum heap: " + text,
                    "write a number and x, for example 2x or 1.5x; or a size, for example 512m");
        }
        double times = Double.parseDouble(multiple.group(1));
        if (times < 1) {
            throw new UserError(
                    "less than the minimum heap: " + text,
                    "choose multiples from 1x up, for example --heap 1.5x,2x,3x,6x; below the minimum nothing completes");
        }
        return new Heap(Optional.empty(), Optional.of(times));
    }

    /** {@return whether its size is not known before the minimum heap is} */
    public boolean needsMinimum() {
        return size.isEmpty() && multiple.isPresent();
    }

    /**
     * {@return this heap with its size}
     *
     * @param minimum the minimum heap of what runs in it
     */
    public Heap over(Bytes minimum) {
        return needsMinimum()
                ? new Heap(multiple.map(times -> rounded(Math.round(minimum.count() * times))), multiple)
                : this;
    }

    /**
     * The next size that every collector takes as it is: serial, Parallel, G1 and ZGC round a heap up to 2 MiB, G1 from 4 GiB
     * on to its regions, Shenandoah to smaller ones. So all of them get the same.
     */
    private static Bytes rounded(long bytes) {
        long regions = Long.highestOneBit(Math.max(bytes / REGIONS, 1));
        long step = Math.min(Math.max(regions, SMALLEST_STEP), LARGEST_STEP);
        return new Bytes(Math.ceilDiv(bytes, step) * step);
    }

    /** {@return its name in tables and of cells: {@code 64m}, {@code 2x}; empty for the JVM's own choice} */
    public String label() {
        return multiple.map(Heap::times).orElseGet(() -> size.map(Bytes::forJvm).orElse(""));
    }

    private static String times(double multiple) {
        return (multiple == Math.rint(multiple)
                        ? Long.toString((long) multiple)
                        : String.format(Locale.ROOT, "%s", multiple))
                + "x";
    }
}
