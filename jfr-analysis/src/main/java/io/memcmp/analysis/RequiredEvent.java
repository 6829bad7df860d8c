package io.memcmp.analysis;

import io.memcmp.analysis.jfr.EventChoice;
import java.util.Map;

/**
 * An event that an analysis needs, and how it must be recorded.
 *
 * @param name the event's name, for example {@code jdk.GCPhasePause}
 * @param settings beside {@code enabled=true}: {@code threshold}, {@code period}, {@code stackTrace}, {@code throttle}
 * @param frames how many frames of its stack trace are needed; 0 where the stack does not matter
 */
public record RequiredEvent(String name, Map<String, String> settings, int frames) {
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
        return new RequiredEvent(name, Map.of(), 0);
    }

    /**
     * {@return the event however short it is, without stack trace}
     *
     * @param name the name of an event with a duration
     */
    public static RequiredEvent ofAnyLength(String name) {
        return new RequiredEvent(name, Map.of("threshold", "0 ns", "stackTrace", "false"), 0);
    }

    /**
     * {@return the event once for each chunk}
     *
     * @param name the name of an event that JFR asks for by period
     * @param period {@code beginChunk}, {@code endChunk} or {@code everyChunk}
     */
    public static RequiredEvent periodic(String name, String period) {
        return new RequiredEvent(name, Map.of("period", period), 0);
    }

    /** {@return what is asked of a reader} */
    EventChoice choice() {
        return new EventChoice(name, frames);
    }
}
