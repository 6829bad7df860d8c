package io.memcmp.analysis.jvm;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.layout.LayoutMode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The virtual machine that made the recording.
 *
 * @param name for example {@code OpenJDK 64-Bit Server VM}
 * @param version its version line
 * @param feature the feature release, for example 25; 0 where the version line does not tell
 * @param jvmArguments its options
 * @param javaArguments main class or jar and the program's arguments
 * @param collector which collector ran
 * @param layout how it lays objects out
 * @param flags flags of the virtual machine that were recorded, by name
 */
public record JvmInfo(
        String name,
        String version,
        int feature,
        String jvmArguments,
        String javaArguments,
        CollectorKind collector,
        Observed<LayoutMode> layout,
        SortedMap<String, String> flags) {
    /** Copies the map. */
    public JvmInfo {
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }
}
