package io.memcmp.analysis;

import java.util.Map;

/**
 * An event that an analysis needs, and how it must be recorded.
 *
 * @param name the event's name, for example {@code jdk.GCPhasePause}
 * @param settings beside {@code enabled=true}: {@code threshold}, {@code period}, {@code stackTrace}, {@code throttle}
 */
public record RequiredEvent(String name, Map<String, String> settings) {
    /** Copies the settings. */
    public RequiredEvent {
        settings = Map.copyOf(settings);
    }

    /**
     * {@return the event as it comes, with nothing to set}
     *
     * @param name the event's name
     */
    public static RequiredEvent plain(String name) {
        return new RequiredEvent(name, Map.of());
    }

    /**
     * {@return the event however short it is, without stack trace}
     *
     * @param name the name of an event with a duration
     */
    public static RequiredEvent ofAnyLength(String name) {
        return new RequiredEvent(name, Map.of("threshold", "0 ns", "stackTrace", "false"));
    }

    /**
     * {@return the event once for each chunk}
     *
     * @param name the name of an event that JFR asks for by period
     * @param period {@code beginChunk}, {@code endChunk} or {@code everyChunk}
     */
    public static RequiredEvent periodic(String name, String period) {
        return new RequiredEvent(name, Map.of("period", period));
    }
}
