package io.memcmp.result;

import io.memcmp.plan.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What figures of several reports can be laid out by. */
public enum PivotAxis {
    /** The report they come from. */
    FILE,
    /** What was measured. */
    SUBJECT,
    /** The collector. */
    COLLECTOR,
    /** The JDK: its feature release, or its full version where one report has two builds of one release. */
    JDK,
    /** The heap: its multiple of the minimum heap where it was asked for so, else its size. */
    HEAP,
    /** Object headers and references. */
    LAYOUT,
    /** The metric. */
    METRIC;

    /** The axes that tell cells of one report apart, in the order of a cell's name. */
    static final List<PivotAxis> OF_CELLS = List.of(SUBJECT, COLLECTOR, JDK, HEAP, LAYOUT);

    /** {@return its name on the command line and in reports} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the axis of that name}
     *
     * @param id as typed
     */
    public static PivotAxis parse(String id) {
        var ids = Arrays.stream(values()).map(PivotAxis::id).toList();
        return Arrays.stream(values())
                .filter(axis -> axis.id().equals(id.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> UserError.unknown("axis", id, ids));
    }
}
