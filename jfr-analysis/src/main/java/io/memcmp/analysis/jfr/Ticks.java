package io.memcmp.analysis.jfr;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Turns the clock of the events into time, with the arithmetic of the JDK's own reader. */
final class Ticks {
    private final ChunkHeader base;
    private final double perNano;

    private Ticks(ChunkHeader base) {
        this.base = base;
        this.perNano = base.ticksPerSecond() <= 0 ? 1 : (double) base.ticksPerSecond() / 1_000_000_000L;
    }

    /**
     * Chunks of one virtual machine are reckoned from its first, so that times between them are those of one clock. Where
     * the wall clock was set by more than a second between two chunks, the later ones are reckoned by the new time.
     */
    static Ticks of(ChunkHeader chunk, ChunkHeader before, Ticks ofBefore) {
        return chunk.hasClockOf(before) ? ofBefore : new Ticks(chunk);
    }

    static Ticks of(ChunkHeader chunk) {
        return new Ticks(chunk);
    }

    /** Nanoseconds since 1970. */
    long nanosAt(long ticks) {
        return base.startNanos() + (long) ((ticks - base.startTicks()) / perNano);
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    Instant instant(long value, Unit unit) {
        if (value == Long.MIN_VALUE) {
            return Instant.MIN;
        }
        return switch (unit) {
            case TICKS_SINCE_START -> instant(nanosAt(value));
            case MILLIS_SINCE_EPOCH -> Instant.ofEpochMilli(value);
            case TICKS, SECONDS, MILLISECONDS, MICROSECONDS, NANOSECONDS, NONE ->
                throw new FieldException("no point in time: " + unit);
        };
    }

    Duration span(long value, Unit unit) {
        if (value == Long.MIN_VALUE) {
            return Duration.ofSeconds(Long.MIN_VALUE, 0);
        }
        if (value == Long.MAX_VALUE) {
            return ChronoUnit.FOREVER.getDuration();
        }
        return switch (unit) {
            case TICKS -> Duration.ofNanos((long) (value / perNano));
            case SECONDS -> Duration.ofSeconds(value);
            case MILLISECONDS -> Duration.ofMillis(value);
            case MICROSECONDS -> Duration.of(value, ChronoUnit.MICROS);
            case NANOSECONDS -> Duration.ofNanos(value);
            case TICKS_SINCE_START, MILLIS_SINCE_EPOCH, NONE -> throw new FieldException("no span of time: " + unit);
        };
    }
}
