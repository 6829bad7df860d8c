package io.memcmp.result;

import io.memcmp.analysis.Window;
import io.memcmp.analysis.allocation.AllocationProfile;
import java.util.OptionalDouble;

/** What the samples of allocation add up to: an estimate of the same that the probe counts exactly. */
public final class SampledAllocation {
    private static final double NANOS = 1e9;

    private SampledAllocation() {}

    /**
     * {@return the bytes of all samples} The largest share tells them: it is so many bytes and such a fraction of all, both
     * to 53 bits.
     *
     * @param allocation of one recording
     */
    public static long bytes(AllocationProfile allocation) {
        return allocation.topClasses().stream()
                .findFirst()
                .filter(share -> share.fraction() > 0)
                .map(share -> Math.round(share.bytes() / share.fraction()))
                .orElse(0L);
    }

    /**
     * {@return the same per second; empty where the span has no length}
     *
     * @param allocation of one recording
     * @param span what the samples speak of
     */
    public static OptionalDouble bytesPerSecond(AllocationProfile allocation, Window span) {
        long nanos = span.duration().toNanos();
        return nanos > 0 ? OptionalDouble.of(bytes(allocation) * NANOS / nanos) : OptionalDouble.empty();
    }
}
