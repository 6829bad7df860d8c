package io.memcmp.analysis.jvm;

import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordedEvents;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.layout.LayoutMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which virtual machine made the recording; the other analyses depend on it. Of merged recordings it tells what
 * their machines have in common, and of the rest each.
 */
public final class JvmAnalysis implements EventReader {
    private static final Pattern FEATURE = Pattern.compile("JRE \\((?:1\\.)?(\\d{1,4})");
    private static final String HEAP = "jdk.GCHeapConfiguration";
    private static final String FLAG = "jdk.BooleanFlag";
    private static final String CLASS_POINTERS = "UseCompressedClassPointers";

    /** Several times as many as a virtual machine has; a hostile recording must not fill the memory with others. */
    private static final int MOST_FLAGS = 10_000;

    private final Map<String, Flag> flags = new HashMap<>();
    private final Told<String> names = new Told<>();
    private final Told<String> versions = new Told<>();
    private final Told<String> jvmArguments = new Told<>();
    private final Told<String> javaArguments = new Told<>();
    private final Told<Collectors> collectors = new Told<>();
    private final Told<HeapLayout> heapLayouts = new Told<>();
    private @Nullable Instant start;

    private record Flag(boolean on, String origin) {}

    private record Collectors(String young, String old) {}

    private record HeapLayout(boolean compressedOops, int objectAlignment) {}

    /** Starts knowing nothing. */
    public JvmAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(
                RequiredEvent.periodic("jdk.JVMInformation", "beginChunk"),
                RequiredEvent.periodic("jdk.GCConfiguration", "everyChunk"),
                RequiredEvent.periodic(HEAP, "beginChunk"),
                RequiredEvent.periodic(FLAG, "beginChunk"));
    }

    @Override
    public void visit(Event event) {
        switch (event.name()) {
            case "jdk.JVMInformation" -> {
                names.add(event.text("jvmName"));
                versions.add(event.text("jvmVersion"));
                jvmArguments.add(event.text("jvmArguments"));
                javaArguments.add(event.text("javaArguments"));
                start = event.instant("jvmStartTime");
            }
            case "jdk.GCConfiguration" -> {
                var old = event.text("oldCollector");
                if (old != null) {
                    collectors.add(new Collectors(EventReader.text(event, "youngCollector"), old));
                }
            }
            case HEAP ->
                heapLayouts.add(
                        new HeapLayout(event.flag("usesCompressedOops"), (int) event.number("objectAlignment")));
            default -> {
                var name = EventReader.text(event, "name");
                if (flags.size() < MOST_FLAGS || flags.containsKey(name)) {
                    flags.put(name, new Flag(event.flag("value"), EventReader.text(event, "origin")));
                }
            }
        }
    }

    /** {@return when the virtual machine started; empty where the recording does not tell} */
    public Optional<Instant> start() {
        return Optional.ofNullable(start);
    }

    /**
     * {@return what was found out}
     *
     * @param recorded which events were switched on
     */
    public JvmInfo info(RecordedEvents recorded) {
        var set = new TreeMap<String, String>();
        flags.forEach((flag, value) -> {
            if (!value.origin().equals("Default")) {
                set.put(flag, Boolean.toString(value.on()));
            }
        });
        return new JvmInfo(
                each(names),
                each(versions),
                feature(),
                each(jvmArguments),
                each(javaArguments),
                collector(),
                layout(recorded),
                set);
    }

    private static String each(Told<String> texts) {
        return String.join(" | ", texts.values());
    }

    private int feature() {
        var features = new Told<Integer>();
        for (var version : versions.values()) {
            var matcher = FEATURE.matcher(version);
            features.add(matcher.find() ? Integer.parseInt(matcher.group(1)) : 0);
        }
        return features.values().size() == 1 ? features.values().iterator().next() : 0;
    }

    /** Epsilon first: its {@code jdk.GCConfiguration} calls it DefNew and SerialOld, as if it were Serial (17 and 25). */
    private CollectorKind collector() {
        if (collectors.differs()) {
            return CollectorKind.UNKNOWN;
        }
        if (isOn("UseEpsilonGC") || each(jvmArguments).contains("-XX:+UseEpsilonGC")) {
            return CollectorKind.EPSILON;
        }
        return collectors.values().stream().findFirst().map(JvmAnalysis::kind).orElse(CollectorKind.UNKNOWN);
    }

    private static CollectorKind kind(Collectors names) {
        return switch (names.old()) {
            case "SerialOld" -> CollectorKind.SERIAL;
            case "ParallelOld" -> CollectorKind.PARALLEL;
            case "G1Old" -> CollectorKind.G1;
            case "Z", "ZGC Major" -> CollectorKind.ZGC;
            case "Shenandoah" -> CollectorKind.SHENANDOAH;
            default -> names.young().startsWith("Shenandoah") ? CollectorKind.SHENANDOAH : CollectorKind.UNKNOWN;
        };
    }

    private boolean isOn(String flag) {
        var value = flags.get(flag);
        return value != null && value.on();
    }

    private Observed<LayoutMode> layout(RecordedEvents recorded) {
        if (heapLayouts.values().isEmpty()) {
            return Observed.missing(recorded.gap(HEAP).orElse(HEAP + " never happened"));
        }
        if (!flags.containsKey(CLASS_POINTERS)) {
            return Observed.missing(recorded.gap(FLAG).orElse(FLAG + " was not recorded of " + CLASS_POINTERS));
        }
        if (heapLayouts.differs() || versions.differs()) {
            return Observed.missing("the merged recordings come from virtual machines that differ");
        }
        var heap = heapLayouts.values().iterator().next();
        return Observed.of(new LayoutMode(
                heap.compressedOops(), isOn(CLASS_POINTERS), isOn("UseCompactObjectHeaders"), heap.objectAlignment()));
    }
}
