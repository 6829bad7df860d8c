package io.memcmp.launch;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Heap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** In which steps a JVM takes the size of its heap: it rounds {@code -Xmx} up, and one kilobyte more may be megabytes more. */
public final class HeapGranule {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern TAKEN = Pattern.compile("(?m)^ *size_t MaxHeapSize +:?= (\\d+)");
    private static final long KILOBYTE = 1 << 10;
    /** What nobody tells apart, though Epsilon takes heaps by the page and Shenandoah by a quarter of this. */
    private static final Bytes FINEST = Bytes.ofMiB(1);

    private static final Bytes USUAL = Bytes.ofMiB(2);

    private HeapGranule() {}

    /**
     * {@return the step, at least 1 MiB}
     *
     * @param cell whose JVM is asked
     * @param heap of about this size: regions grow with it
     */
    public static Bytes of(Cell cell, Bytes heap) {
        long even = Long.highestOneBit(heap.count());
        var command = new ArrayList<String>();
        command.add(cell.jdk().java().toString());
        command.addAll(cell.in(Heap.of(new Bytes(even + KILOBYTE))).flags());
        command.add("-XX:+PrintFlagsFinal");
        command.add("-version");
        var answer = Briefly.run(command, LIMIT);
        return TAKEN.matcher(answer.output())
                .results()
                .findFirst()
                .map(line -> new Bytes(Math.max(Long.parseLong(line.group(1)) - even, FINEST.count())))
                .orElse(USUAL);
    }
}
