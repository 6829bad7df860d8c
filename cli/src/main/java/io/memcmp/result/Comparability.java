package io.memcmp.result;

import io.memcmp.plan.UserError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether reports may be held against each other. Another machine or other recording settings change every figure: that is
 * refused unless the user insists. Another JDK build, other options or parameters may be the very thing that is compared: that
 * is told.
 */
final class Comparability {
    /** Facts of a machine that change what is measured on it. */
    private static final List<String> MACHINE = List.of("architecture", "processor", "processors", "cpu_limit");
    /** Facts that may. */
    private static final List<String> SYSTEM = List.of("system", "memory_bytes", "governor");

    private static final int MOST = 3;

    private final Set<String> refusals = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /**
     * Looks at a report beside the one it is held against.
     *
     * @param report any
     * @param reference another, or another reading of the same
     */
    void reports(ReadReport report, ReadReport reference) {
        if (report.sameAs(reference)) {
            warnings.add("%s and %s are the same measurement: no difference between them can be shown, and none is"
                    .formatted(reference.label(), report.label()));
            return;
        }
        machine(report, reference);
        if (report.settings().isPresent()
                && reference.settings().isPresent()
                && !report.settings().equals(reference.settings())) {
            refusals.add(
                    "%s and %s were recorded with different settings".formatted(reference.label(), report.label()));
        }
        boolean recordings = report.kind() == ReadReport.Kind.RECORDINGS;
        if (recordings != (reference.kind() == ReadReport.Kind.RECORDINGS)) {
            warnings.add("%s are recordings, which do not tell how they were made, and %s are none"
                    .formatted(
                            recordings ? report.label() : reference.label(),
                            recordings ? reference.label() : report.label()));
        }
        differKnown("memcmp", reference.label(), reference.tool(), report.label(), report.tool());
        warnings.add(
                "%s and %s were measured apart: what changed on the machine in between is part of every difference;"
                                .formatted(reference.label(), report.label())
                        + " one run of both, in blocks, has no such doubt");
    }

    private void machine(ReadReport report, ReadReport reference) {
        for (var each : List.of(report, reference)) {
            if (each.host().isEmpty()) {
                warnings.add("of the machine of " + each.label() + " nothing is known");
            }
        }
        if (report.host().isEmpty() || reference.host().isEmpty()) {
            return;
        }
        for (var fact : MACHINE) {
            var one = reference.host().getOrDefault(fact, "");
            var other = report.host().getOrDefault(fact, "");
            if (!one.equals(other)) {
                refusals.add("%s and %s were measured on different machines: %s %s against %s"
                        .formatted(reference.label(), report.label(), fact, named(one), named(other)));
            }
        }
        for (var fact : SYSTEM) {
            differ(
                    fact,
                    reference.label(),
                    reference.host().getOrDefault(fact, ""),
                    report.label(),
                    report.host().getOrDefault(fact, ""));
        }
    }

    /**
     * Looks at two cells of different reports.
     *
     * @param cell of one report
     * @param reference what it is held against, of another
     */
    void cells(Point cell, Point reference) {
        var key = cell.cell().key();
        var other = reference.cell().key();
        var label = cell.report().label();
        var otherLabel = reference.report().label();
        if (key.feature() == other.feature() && !plain(key.version()).equals(plain(other.version()))) {
            differKnown("JDK", otherLabel, other.version(), label, key.version());
        }
        differKnown(
                "work", otherLabel, reference.cell().work(), label, cell.cell().work());
        if (key.heapMultiple().isPresent() && !key.heap().equals(other.heap())) {
            warnings.add("%s of the minimum heap are %s in %s and %s in %s"
                    .formatted(
                            cell.values().getOrDefault(PivotAxis.HEAP, ""),
                            other.heap().map(size -> size.forJvm()).orElse("unknown"),
                            otherLabel,
                            key.heap().map(size -> size.forJvm()).orElse("unknown"),
                            label));
        }
        if (cell.report().kind() == ReadReport.Kind.RUN && reference.report().kind() == ReadReport.Kind.RUN) {
            options(key, otherLabel, other, label);
        }
    }

    /** The sizes of heaps were looked at already. */
    private void options(CellKey key, String otherLabel, CellKey other, String label) {
        var here = new TreeSet<>(key.flags());
        var there = new TreeSet<>(other.flags());
        here.removeIf(flag -> there.contains(flag) || flag.startsWith("-Xm"));
        there.removeIf(flag -> key.flags().contains(flag) || flag.startsWith("-Xm"));
        if (!here.isEmpty() || !there.isEmpty()) {
            differ("options", otherLabel, String.join(" ", there), label, String.join(" ", here));
        }
    }

    /** A journal has a version as the names of directories have it. */
    private static String plain(String version) {
        return version.replaceAll("[^A-Za-z0-9.]+", "_");
    }

    /** What is not known is said once for all of a report. */
    private void differKnown(String what, String otherLabel, String other, String label, String value) {
        if (!other.isEmpty() && !value.isEmpty()) {
            differ(what, otherLabel, other, label, value);
        }
    }

    private void differ(String what, String otherLabel, String other, String label, String value) {
        if (!other.isEmpty() || !value.isEmpty()) {
            if (!other.equals(value)) {
                warnings.add("different %s: %s in %s, %s in %s"
                        .formatted(what, named(other), otherLabel, named(value), label));
            }
        }
    }

    private static String named(String value) {
        return value.isEmpty() ? "none" : value;
    }

    /**
     * {@return what the reader must know}
     *
     * @param anyway whether to go on in spite of all
     */
    List<String> warnings(boolean anyway) {
        if (!refusals.isEmpty() && !anyway) {
            throw new UserError(
                    refusals.stream()
                                    .limit(MOST)
                                    .reduce((one, other) -> one + "; " + other)
                                    .orElse("")
                            + (refusals.size() > MOST ? "; and more" : ""),
                    "measure them alike, or hold them against each other all the same with --anyway");
        }
        var all = new ArrayList<>(refusals);
        all.addAll(warnings);
        return List.copyOf(all);
    }
}
