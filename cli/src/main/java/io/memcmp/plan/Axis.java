package io.memcmp.plan;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;

/** What cells of one subject can differ in, in the order in which a reference is looked for. */
public enum Axis {
    /** The collector. */
    COLLECTOR,
    /** The JDK. */
    JDK,
    /** The heap: its size, or its multiple of the minimum heap. */
    HEAP,
    /** Object headers and references. */
    LAYOUT;

    /** What a value is called that the JVM chooses. */
    public static final String OF_JVM = "default";

    /**
     * {@return where the cell lies on this axis}
     *
     * @param cell any
     */
    public String value(Cell cell) {
        return switch (this) {
            case COLLECTOR -> cell.collector().id();
            case JDK -> cell.jdk().version();
            case HEAP -> named(cell.heap().label());
            case LAYOUT -> named(cell.layout().label());
        };
    }

    /**
     * {@return whether cells of one subject lie in different places} Two programs with a heap each do not make an axis.
     *
     * @param cells of the matrix
     */
    public boolean varies(Collection<Cell> cells) {
        var values = new HashMap<Subject, Set<String>>();
        cells.forEach(cell ->
                values.computeIfAbsent(cell.subject(), _ -> new HashSet<>()).add(value(cell)));
        return values.values().stream().anyMatch(ofOne -> ofOne.size() > 1);
    }

    /**
     * {@return whether two cells differ in nothing else}
     *
     * @param one cell
     * @param other cell
     */
    public boolean alone(Cell one, Cell other) {
        return one.subject().equals(other.subject())
                && Arrays.stream(values())
                        .filter(axis -> axis != this)
                        .allMatch(axis -> axis.value(one).equals(axis.value(other)));
    }

    private static String named(String label) {
        return label.isEmpty() ? OF_JVM : label;
    }
}
