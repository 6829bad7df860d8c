package io.memcmp.analysis;

import io.memcmp.analysis.jfr.Constants;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jfr.ReadResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which events were switched on, from {@code jdk.ActiveSetting}: without it "never happened" and "was not recorded" look
 * the same.
 */
public final class RecordedEvents implements EventReader {
    private static final String SETTING = "jdk.ActiveSetting";
    private final boolean merged;
    private final Map<String, Settings> settings = new HashMap<>();
    private SortedMap<String, Long> counts = new TreeMap<>();

    /** Parts that tell their settings: chunks of merged recordings, for each may be another's; else the recording. */
    private int parts;

    private boolean anySetting;

    /** What was set for one event: in how many parts, and what in the one that is being read. */
    private static final class Settings {
        private int known;
        private int enabled;
        private Threshold largest = Threshold.NONE;
        private boolean knownHere;
        private boolean enabledHere;
        private @Nullable Threshold firstHere;

        void endOfPart() {
            known += knownHere ? 1 : 0;
            enabled += enabledHere ? 1 : 0;
            if (firstHere != null && firstHere.nanos() > largest.nanos()) {
                largest = firstHere;
            }
            knownHere = false;
            enabledHere = false;
            firstHere = null;
        }
    }

    RecordedEvents(boolean merged) {
        this.merged = merged;
    }

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
        var ofEvent = settings.computeIfAbsent(name, _ -> new Settings());
        ofEvent.knownHere = true;
        var value = EventReader.text(event, "value");
        switch (EventReader.text(event, "name")) {
            case "enabled" -> ofEvent.enabledHere |= "true".equals(value);
            case "threshold" -> {
                // The first one: when a recording stops, its settings are written again as those of the ones that
                // remain.
                if (ofEvent.firstHere == null) {
                    ofEvent.firstHere = Threshold.of(value);
                }
            }
            default -> {} // period, stackTrace, throttle and whatever comes: nothing that hides whole events
        }
    }

    @Override
    public void endOfChunk(Constants constants) {
        if (merged) {
            endOfPart();
        }
    }

    private void endOfPart() {
        if (anySetting) {
            parts++;
            anySetting = false;
        }
        settings.values().forEach(Settings::endOfPart);
    }

    void counted(ReadResult read) {
        endOfPart();
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
        var ofEvent = settings.getOrDefault(name, new Settings());
        if (!happened(name) && ofEvent.enabled == 0) {
            return Optional.of(parts > 0 ? absence(name) : unknown(name));
        }
        return partly(name).or(() -> threshold(name, ofEvent.largest));
    }

    /**
     * {@return the same, where a virtual machine that has no such event lacks nothing}
     *
     * @param name the name of an event that not every JDK has
     */
    public Optional<String> gapWhereKnown(String name) {
        var ofEvent = settings.getOrDefault(name, new Settings());
        return merged && ofEvent.known > 0 && ofEvent.known == ofEvent.enabled
                ? threshold(name, ofEvent.largest)
                : Optional.of(name).filter(this::exists).flatMap(this::gap);
    }

    /**
     * {@return why these events tell of some of the merged recordings only; empty where they tell of all of them, or of none,
     * and where nothing is merged}
     *
     * @param name an event's name
     */
    public Optional<String> partly(String name) {
        int enabled = settings.getOrDefault(name, new Settings()).enabled;
        return merged && enabled < parts && (enabled > 0 || happened(name))
                ? Optional.of(name + " was recorded in some of the merged recordings only; " + name
                        + "#enabled=true records it")
                : Optional.empty();
    }

    private Optional<String> threshold(String name, Threshold largest) {
        return largest.nanos() == 0
                ? Optional.empty()
                : Optional.of(name + " was recorded only from " + largest.text() + " on"
                        + (merged ? " in one of the merged recordings; " : "; ") + name
                        + "#threshold=0ms records all");
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
