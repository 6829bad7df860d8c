package io.memcmp.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Which events were switched on, from {@code jdk.ActiveSetting}: without it "never happened" and "was not recorded" look
 * the same.
 */
public final class RecordedEvents implements EventReader {
    private final Set<Long> enabled = new HashSet<>();
    private final Map<Long, String> thresholds = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> idByName = new HashMap<>();
    private boolean anySetting;

    RecordedEvents() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.plain("jdk.ActiveSetting"));
    }

    @Override
    public void accept(RecordedEvent event) {
        anySetting = true;
        long id = event.getLong("id");
        switch (event.getString("name")) {
            case "enabled" -> {
                if ("true".equals(event.getString("value"))) {
                    enabled.add(id);
                }
            }
            // The first one: when a recording stops, its settings are written again as those of the ones that remain.
            case "threshold" -> thresholds.putIfAbsent(id, event.getString("value"));
            default -> {} // period, stackTrace, throttle and whatever comes: nothing that hides whole events
        }
    }

    void saw(String name) {
        seen.add(name);
    }

    void types(List<EventType> types) {
        for (var type : types) {
            idByName.put(type.getName(), type.getId());
        }
    }

    /**
     * {@return whether the virtual machine that recorded has such an event}
     *
     * @param name an event's name
     */
    public boolean exists(String name) {
        return idByName.containsKey(name);
    }

    /**
     * {@return why these events do not tell everything; empty where they do}
     *
     * @param name an event's name
     */
    public Optional<String> gap(String name) {
        var id = idByName.get(name);
        if (!anySetting) {
            return seen.contains(name)
                    ? Optional.empty()
                    : Optional.of("whether " + name + " was recorded is unknown without jdk.ActiveSetting");
        }
        if (id == null || !enabled.contains(id)) {
            return Optional.of(name + " was not recorded");
        }
        var threshold = thresholds.getOrDefault(id, "0 ns");
        return threshold.startsWith("0 ")
                ? Optional.empty()
                : Optional.of(name + " was recorded only from " + threshold + " on");
    }
}
