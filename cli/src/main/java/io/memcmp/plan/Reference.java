package io.memcmp.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What cells are held against: the place of one axis. Every other cell is held against the one that lies there and differs
 * from it in nothing else.
 *
 * @param axis which one
 * @param value where on it, as {@link Axis#value} says it
 */
public record Reference(Axis axis, String value) {
    private static final Collector USUAL = Collector.G1;

    /**
     * {@return the reference of a matrix} Unless it is named, it lies on the first axis that varies: G1 where collectors
     * vary and it is among them, else what was named first.
     *
     * @param measured cells that can run
     * @param skipped those that cannot
     * @param wish what the user named
     */
    public static Optional<Reference> chosen(List<Cell> measured, List<Skipped> skipped, Optional<String> wish) {
        if (wish.isPresent()) {
            var all = Stream.concat(measured.stream(), skipped.stream().map(Skipped::cell))
                    .toList();
            return Optional.of(named(all, wish.get().strip()));
        }
        return Arrays.stream(Axis.values())
                .filter(axis -> axis.varies(measured))
                .findFirst()
                .map(axis -> new Reference(axis, usual(axis, measured)));
    }

    /**
     * Refuses to wait for the precision of comparisons where there is nothing to compare.
     *
     * @param plan what will run
     * @param protocol when it may end
     */
    public static void requireTwo(Plan plan, Protocol protocol) {
        if (protocol.precision().isPresent() && plan.cells().size() < 2) {
            throw new UserError(
                    "--until-precision looks at comparisons, and one cell has none",
                    "name a second one, for example with --gc, or use --repeat");
        }
    }

    /**
     * Refuses a reference that was named and of which no cell can run: an hour later there would be nothing to compare with.
     *
     * @param plan what will run
     * @param judging what was named
     */
    public static void refuseSkipped(Plan plan, Judging judging) {
        if (judging.reference().isEmpty()) {
            return;
        }
        chosen(plan.cells(), plan.skipped(), judging.reference())
                .filter(reference -> plan.cells().stream().noneMatch(reference::holds))
                .ifPresent(reference -> {
                    throw new UserError(
                            "no cell of the reference " + reference.value() + " can run: "
                                    + plan.skipped().stream()
                                            .filter(skipped -> reference.holds(skipped.cell()))
                                            .map(Skipped::reason)
                                            .distinct()
                                            .collect(Collectors.joining("; ")),
                            "name another with --reference");
                });
    }

    /**
     * {@return whether the cell lies there}
     *
     * @param cell any
     */
    public boolean holds(Cell cell) {
        return axis.value(cell).equals(value);
    }

    /** {@return what to call it in a sentence: {@code g1}, {@code JDK 17.0.15+6}, {@code the 64m heap}} */
    public String text() {
        boolean ofJvm = value.equals(Axis.OF_JVM);
        return switch (axis) {
            case COLLECTOR -> value;
            case JDK -> "JDK " + value;
            case HEAP -> ofJvm ? "the JVM's default heap" : "the " + value + " heap";
            case LAYOUT -> ofJvm ? "the JVM's default layout" : "the layout " + value;
        };
    }

    private static String usual(Axis axis, List<Cell> cells) {
        boolean hasUsual = axis == Axis.COLLECTOR && cells.stream().anyMatch(cell -> cell.collector() == USUAL);
        return hasUsual ? USUAL.id() : axis.value(cells.getFirst());
    }

    private static Reference named(List<Cell> cells, String wish) {
        var known = new LinkedHashSet<String>();
        var meant = new LinkedHashSet<Reference>();
        for (var axis : Axis.values()) {
            if (axis.varies(cells)) {
                for (var cell : cells) {
                    var names = names(axis, cell);
                    known.add(names.getFirst());
                    if (names.stream().anyMatch(wish::equalsIgnoreCase)) {
                        meant.add(new Reference(axis, axis.value(cell)));
                    }
                }
            }
        }
        return only(meant, known, wish);
    }

    private static Reference only(Set<Reference> meant, Set<String> known, String wish) {
        if (known.isEmpty()) {
            throw new UserError(
                    "nothing to hold against the reference " + wish + ": nothing varies",
                    "name two or more collectors, JDKs, heaps or layouts, or leave out --reference");
        }
        if (meant.isEmpty()) {
            throw UserError.unknown("reference", wish, known);
        }
        if (meant.size() > 1) {
            throw new UserError(
                    "the reference " + wish + " may be several: "
                            + meant.stream().map(Reference::text).collect(Collectors.joining(", ")),
                    "write out which one is meant");
        }
        return meant.iterator().next();
    }

    /** What a place may be called; the full name first. */
    private static List<String> names(Axis axis, Cell cell) {
        var names = new ArrayList<>(List.of(axis.value(cell)));
        switch (axis) {
            case JDK -> names.add(Integer.toString(cell.jdk().feature()));
            case HEAP -> cell.heap().size().map(Bytes::forJvm).ifPresent(names::add);
            case COLLECTOR, LAYOUT -> {}
        }
        return names;
    }
}
