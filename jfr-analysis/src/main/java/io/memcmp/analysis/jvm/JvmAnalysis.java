package io.memcmp.analysis.jvm;

import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.layout.LayoutMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Finds out which virtual machine made the recording; the other analyses depend on it. */
public final class JvmAnalysis implements EventReader {
    private static final Pattern FEATURE = Pattern.compile("JRE \\((?:1\\.)?(\\d+)");
    private static final String NOT_TOLD = "";

    private final Map<String, Flag> flags = new HashMap<>();
    private String name = NOT_TOLD;
    private String version = NOT_TOLD;
    private String jvmArguments = NOT_TOLD;
    private String javaArguments = NOT_TOLD;
    private String youngCollector = NOT_TOLD;
    private String oldCollector = NOT_TOLD;
    private @Nullable Instant start;
    private @Nullable HeapLayout heapLayout;

    private record Flag(boolean on, String origin) {}

    private record HeapLayout(boolean compressedOops, int objectAlignment) {}

    /** Starts knowing nothing. */
    public JvmAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(
                RequiredEvent.periodic("jdk.JVMInformation", "beginChunk"),
                RequiredEvent.periodic("jdk.GCConfiguration", "everyChunk"),
                RequiredEvent.periodic("jdk.GCHeapConfiguration", "beginChunk"),
                RequiredEvent.periodic("jdk.BooleanFlag", "beginChunk"));
    }

    @Override
    public void accept(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.JVMInformation" -> {
                name = text(event, "jvmName");
                version = text(event, "jvmVersion");
                jvmArguments = text(event, "jvmArguments");
                javaArguments = text(event, "javaArguments");
                start = event.getInstant("jvmStartTime");
            }
            case "jdk.GCConfiguration" -> {
                youngCollector = text(event, "youngCollector");
                oldCollector = text(event, "oldCollector");
            }
            case "jdk.GCHeapConfiguration" ->
                heapLayout =
                        new HeapLayout(event.getBoolean("usesCompressedOops"), (int) event.getLong("objectAlignment"));
            default -> flags.put(text(event, "name"), new Flag(event.getBoolean("value"), text(event, "origin")));
        }
    }

    private static String text(RecordedEvent event, String field) {
        String text = event.getString(field);
        return text == null ? NOT_TOLD : text;
    }

    /** {@return when the virtual machine started; empty where the recording does not tell} */
    public Optional<Instant> start() {
        return Optional.ofNullable(start);
    }

    /** {@return what was found out} */
    public JvmInfo info() {
        var told = new TreeMap<String, String>();
        flags.forEach((flag, value) -> {
            if (!value.origin().equals("Default")) {
                told.put(flag, Boolean.toString(value.on()));
            }
        });
        return new JvmInfo(name, version, feature(), jvmArguments, javaArguments, collector(), layout(), told);
    }

    private int feature() {
        var matcher = FEATURE.matcher(version);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Epsilon first: its {@code jdk.GCConfiguration} calls it DefNew and SerialOld, as if it were Serial (17 and 25). */
    private CollectorKind collector() {
        if (isOn("UseEpsilonGC") || jvmArguments.contains("-XX:+UseEpsilonGC")) {
            return CollectorKind.EPSILON;
        }
        return switch (oldCollector) {
            case "SerialOld" -> CollectorKind.SERIAL;
            case "ParallelOld" -> CollectorKind.PARALLEL;
            case "G1Old" -> CollectorKind.G1;
            case "Z", "ZGC Major" -> CollectorKind.ZGC;
            case "Shenandoah" -> CollectorKind.SHENANDOAH;
            default -> youngCollector.startsWith("Shenandoah") ? CollectorKind.SHENANDOAH : CollectorKind.UNKNOWN;
        };
    }

    private boolean isOn(String flag) {
        var value = flags.get(flag);
        return value != null && value.on();
    }

    private Observed<LayoutMode> layout() {
        if (heapLayout == null) {
            return Observed.missing("jdk.GCHeapConfiguration was not recorded");
        }
        if (!flags.containsKey("UseCompressedClassPointers")) {
            return Observed.missing("jdk.BooleanFlag was not recorded");
        }
        return Observed.of(new LayoutMode(
                heapLayout.compressedOops(),
                isOn("UseCompressedClassPointers"),
                isOn("UseCompactObjectHeaders"),
                heapLayout.objectAlignment()));
    }
}
