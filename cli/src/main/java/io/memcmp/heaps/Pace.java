package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.DumpProgress;
import io.memcmp.analysis.heapdump.DumpProgress.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How long the rest of a reading takes, if it goes on as it began. */
final class Pace {
    /** Of less than this nobody can foretell the rest. */
    private static final double ENOUGH = 0.02;

    private final List<Step> steps;
    private final LongSupplier nanos;
    private final long began;

    /**
     * Begins now.
     *
     * @param quick whether the first step is the only one
     * @param nanos a clock
     */
    Pace(boolean quick, LongSupplier nanos) {
        this.steps = quick ? List.of(Step.OBJECTS) : List.of(DumpProgress.Step.values());
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** {@return how much of the whole is done, 0 to 1} */
    double whole(Step step, double done) {
        double all = steps.stream().mapToDouble(Step::share).sum();
        double before = steps.stream()
                .takeWhile(each -> each != step)
                .mapToDouble(Step::share)
                .sum();
        return Math.clamp((before + step.share() * Math.clamp(done, 0, 1)) / all, 0, 1);
    }

    /** {@return how long the rest takes; empty while too little is done to tell} */
    Optional<Duration> left(double whole) {
        if (whole < ENOUGH) {
            return Optional.empty();
        }
        long gone = nanos.getAsLong() - began;
        return Optional.of(Duration.ofNanos((long) (gone * (1 - whole) / whole)));
    }
}
