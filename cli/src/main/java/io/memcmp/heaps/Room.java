package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.DumpProgress;
import io.memcmp.analysis.heapdump.HeapDumpException;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The memory that reading may take.
 *
 * @param available bytes that the machine can give; empty where nobody knows
 * @param anyway whether more is tried all the same
 */
public record Room(OptionalLong available, boolean anyway) {
    private static final double MEBIBYTE = 1 << 20;

    /** Listens for what a reading needs, and gives up where that is more than there is. */
    final class Doorkeeper implements DumpProgress {
        private final DumpListener listener;
        private final Pace pace;
        private OptionalLong needed = OptionalLong.empty();
        private boolean refused;

        Doorkeeper(DumpListener listener, Pace pace) {
            this.listener = listener;
            this.pace = pace;
        }

        @Override
        public void needs(long bytes) throws HeapDumpException {
            needed = OptionalLong.of(bytes);
            listener.needs(bytes);
            if (!anyway && available.isPresent() && bytes > available.getAsLong()) {
                refused = true;
                throw new HeapDumpException("takes about %s of memory to read, and %s are free"
                        .formatted(size(bytes), size(available.getAsLong())));
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

        boolean refused() {
            return refused;
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
