package io.memcmp.launch;

import io.memcmp.analysis.RequiredEvent;
import java.util.List;
import java.util.TreeMap;

/** The settings file of the recording: what the analyses need is on, everything else is off. */
public final class RecordingSettings {
    private RecordingSettings() {}

    /**
     * {@return a {@code .jfc} document} A JDK ignores events that it does not know.
     *
     * @param events what is recorded
     */
    public static String of(List<RequiredEvent> events) {
        var settings = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration version="2.0" label="memcmp" provider="memcmp">
                """);
        for (var event : events) {
            settings.append("  <event name=\"").append(event.name()).append("\">\n");
            setting(settings, "enabled", "true");
            new TreeMap<>(event.settings()).forEach((name, value) -> setting(settings, name, value));
            settings.append("  </event>\n");
        }
        return settings.append("</configuration>\n").toString();
    }

    private static void setting(StringBuilder settings, String name, String value) {
        settings.append("    <setting name=\"")
                .append(name)
                .append("\">")
                .append(value)
                .append("</setting>\n");
    }
}
