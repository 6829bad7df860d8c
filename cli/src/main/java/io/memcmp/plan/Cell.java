package io.memcmp.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One square of the matrix: everything that distinguishes one JVM from another.
 *
 * @param collector the collector
 * @param jdk the JDK
 * @param heap {@code -Xms} and {@code -Xmx}; empty leaves both to the JVM
 * @param layout object layout
 * @param extraFlags options of the user's, the same for every cell
 */
public record Cell(Collector collector, Jdk jdk, Optional<Bytes> heap, Layout layout, List<String> extraFlags) {
    /** Copies the list. */
    public Cell {
        extraFlags = List.copyOf(extraFlags);
    }

    /** {@return the JVM options that make this cell} */
    public List<String> flags() {
        var flags = new ArrayList<>(collector.flags(jdk.feature()));
        heap.ifPresent(size -> {
            flags.add("-Xms" + size.forJvm());
            flags.add("-Xmx" + size.forJvm());
        });
        flags.addAll(layout.flags(jdk.feature()));
        flags.addAll(extraFlags);
        return List.copyOf(flags);
    }

    /** {@return its name, for directories and for matching reports: {@code g1-25-256m}} The JDK is told by its version. */
    public String id() {
        var parts = new ArrayList<String>();
        parts.add(collector.id());
        parts.add(jdk.version().replaceAll("[^A-Za-z0-9.]+", "_"));
        heap.ifPresent(size -> parts.add(size.forJvm()));
        if (!layout.equals(Layout.DEFAULT)) {
            parts.add(layout.label().replaceAll("[ ,]+", "_"));
        }
        return String.join("-", parts);
    }
}
