package io.memcmp.analysis;

import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jfr.ReadResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which events were switched on, from {@code jdk.ActiveSetting}: without it "never happened" and "was not recorded" look
 * the same.
 */
public final class RecordedEvents implements EventReader {
    private static final String SETTING = "jdk.ActiveSetting";
    private static final Pattern NO_THRESHOLD = Pattern.compile("0\\s*[a-z]*");

    private final Set<String> enabled = new HashSet<>();
    private final Map<String, String> thresholds = new HashMap<>();
    private SortedMap<String, Long> counts = new TreeMap<>();
    private boolean anySetting;

    RecordedEvents() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.plain(SETTING));
    }

    @Override
    public void visit(Event event) {
        var name = event.eventName(event.number("id"));
        if (name == null) {
            return;
        }
        anySetting = true;
        var value = EventReader.text(event, "value");
        switch (EventReader.text(event, "name")) {
            case "enabled" -> {
                if ("true".equals(value)) {
                    enabled.add(name);
                }
            }
            // The first one: when a recording stops, its settings are written again as those of the ones that remain.
            case "threshold" -> thresholds.putIfAbsent(name, value);
            default -> {} // period, stackTrace, throttle and whatever comes: nothing that hides whole events
        }
    }

    void counted(ReadResult read) {
        counts = read.eventCounts();
    }

    /**
     * {@return whether the virtual machine that recorded has such an event}
     *
     * @param name an event's name
     */
    public boolean exists(String name) {
        return counts.containsKey(name);
    }

    /**
     * {@return whether the recording holds such an event}
     *
     * @param name an event's name
     */
    public boolean happened(String name) {
        return counts.getOrDefault(name, 0L) > 0;
    }

    /**
     * {@return why these events do not tell everything, and what setting would make them; empty where they do}
     *
     * @param name an event's name
     */
    public Optional<String> gap(String name) {
        if (!happened(name) && !enabled.contains(name)) {
            return Optional.of(anySetting ? absence(name) : unknown(name));
        }
        var threshold = thresholds.getOrDefault(name, "0 ns");
        return NO_THRESHOLD.matcher(threshold).matches()
                ? Optional.empty()
                : Optional.of(
                        name + " was recorded only from " + threshold + " on; " + name + "#threshold=0ms records all");
    }

    private String absence(String name) {
        return exists(name)
                ? name + " was not recorded; " + name + "#enabled=true records it"
                : name + " was not recorded: the virtual machine that recorded has no such event";
    }

    private static String unknown(String name) {
        return "whether " + name + " was recorded is unknown without " + SETTING + "; " + SETTING
                + "#enabled=true tells";
    }
}
