package io.memcmp.analysis.jfr;

/**
 * Events of one name, and how much of their stack traces is wanted. Whatever nobody chooses is skipped by its size.
 *
 * @param event the event's name, for example {@code jdk.GCPhasePause}
 * @param frames how many frames of the stack trace may be asked for, the top one first; 0 where the stack does not matter
 */
public record EventChoice(String event, int frames) {
    /** Every frame that was recorded. */
    public static final int ALL_FRAMES = Integer.MAX_VALUE;

    /** Refuses a negative number of frames. */
    public EventChoice {
        if (frames < 0) {
            throw new IllegalArgumentException("negative: " + frames);
        }
    }

    /**
     * {@return the events without their stack traces}
     *
     * @param event the event's name
     */
    public static EventChoice of(String event) {
        return new EventChoice(event, 0);
    }
}
