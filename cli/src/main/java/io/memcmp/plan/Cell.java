package io.memcmp.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * One square of the matrix: everything that distinguishes one JVM from another.
 *
 * @param subject what runs in it
 * @param collector the collector
 * @param jdk the JDK
 * @param heap its heap
 * @param layout object layout
 * @param extraFlags options of the user's, the same for every cell
 */
public record Cell(Subject subject, Collector collector, Jdk jdk, Heap heap, Layout layout, List<String> extraFlags) {
    /** Copies the list. */
    public Cell {
        extraFlags = List.copyOf(extraFlags);
    }

    /**
     * {@return the same cell with another heap}
     *
     * @param other its heap
     */
    public Cell in(Heap other) {
        return new Cell(subject, collector, jdk, other, layout, extraFlags);
    }

    /** {@return the JVM options that make this cell} */
    public List<String> flags() {
        var flags = new ArrayList<>(collector.flags(jdk.feature()));
        heap.size().ifPresent(size -> {
            flags.add("-Xms" + size.forJvm());
            flags.add("-Xmx" + size.forJvm());
        });
        flags.addAll(layout.flags(jdk.feature()));
        flags.addAll(extraFlags);
        return List.copyOf(flags);
    }

    /** {@return its name, for directories: {@code linked-list-g1-25-256m}} The JDK is told by its version. */
    public String id() {
        var parts = new ArrayList<String>();
        parts.add(subject.label().replaceAll("[^A-Za-z0-9._-]+", "_"));
        parts.add(collector.id());
        parts.add(jdk.version().replaceAll("[^A-Za-z0-9.]+", "_"));
        if (!heap.label().isEmpty()) {
            parts.add(heap.label());
        }
        if (!layout.equals(Layout.DEFAULT)) {
            parts.add(layout.label().replaceAll("[ ,]+", "_"));
        }
        return String.join("-", parts);
    }
}
