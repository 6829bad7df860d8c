package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.DumpProgress;
import io.memcmp.analysis.heapdump.HeapDumpException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The memory that reading may take.
 *
 * @param available bytes that the machine can give; empty where nobody knows
 * @param ofHeap bytes that the Java heap may take
 * @param anyway whether more is tried all the same
 */
public record Room(OptionalLong available, long ofHeap, boolean anyway) {
    private static final double MEBIBYTE = 1 << 20;

    /** Listens for what a reading needs, and gives up where that is more than there is. */
    final class Doorkeeper implements DumpProgress {
        private final DumpListener listener;
        private final Pace pace;
        private OptionalLong needed = OptionalLong.empty();
        private Optional<String> remedy = Optional.empty();

        Doorkeeper(DumpListener listener, Pace pace) {
            this.listener = listener;
            this.pace = pace;
        }

        @Override
        public void needs(long bytes) throws HeapDumpException {
            needed = OptionalLong.of(bytes);
            listener.needs(bytes);
            if (anyway) {
                return;
            }
            if (available.isPresent() && bytes > available.getAsLong()) {
                remedy = Optional.of(
                        "read it on a larger machine, or ask less with --quick; --anyway tries it all the same");
                throw new HeapDumpException("takes about %s of memory to read, and %s are free"
                        .formatted(size(bytes), size(available.getAsLong())));
            }
            if (bytes > ofHeap) {
                // Some for what is asked of the dump, and for the young ones.
                long heap = (long) (1.5 * bytes / MEBIBYTE) + 256;
                remedy = Optional.of("give memcmp's Java more, with MEMCMP_JAVA_OPTIONS=-Xmx" + heap
                        + "m, or ask less with --quick; --anyway tries it all the same");
                throw new HeapDumpException("takes about %s of memory to read, and memcmp's Java heap may grow by %s"
                        .formatted(size(bytes), size(ofHeap)));
            }
        }

        @Override
        public void at(Step step, double done) {
            double whole = pace.whole(step, done);
            listener.at(step.text(), (int) (100 * whole), pace.left(whole));
        }

        OptionalLong needed() {
            return needed;
        }

        /** {@return what helps where there is too little memory; empty where there was enough} */
        Optional<String> remedy() {
            return remedy;
        }
    }

    /**
     * {@return a size for people}
     *
     * @param bytes so many
     */
    public static String size(long bytes) {
        return String.format(Locale.ROOT, "%,.0f MiB", Math.max(1, bytes / MEBIBYTE));
    }
}
