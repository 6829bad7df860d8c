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
}
