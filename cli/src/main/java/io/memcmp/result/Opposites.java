package io.memcmp.result;

import io.memcmp.plan.Cell;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Reference;
import io.memcmp.plan.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which cells of a run are held against which: each against the one that differs from it in the reference's axis alone.
 *
 * @param reference what they are held against; empty where nothing varies
 * @param pairs those that were measured both, in the order of the matrix
 * @param alone those whose opposite was not measured
 */
public record Opposites(Optional<Reference> reference, List<Pair> pairs, List<Alone> alone) {
    /** Copies the lists. */
    public Opposites {
        pairs = List.copyOf(pairs);
        alone = List.copyOf(alone);
    }

    /**
     * Two cells of a run.
     *
     * @param cell the cell
     * @param reference what it is held against
     */
    public record Pair(CellResult cell, CellResult reference) {}

    /**
     * A cell without its opposite.
     *
     * @param cell the cell
     * @param reason why there is none
     */
    public record Alone(Cell cell, String reason) {}

    /**
     * {@return the pairs of a run}
     *
     * @param cells what was measured
     * @param skipped what could not be
     * @param judging what was named as reference
     */
    public static Opposites of(List<CellResult> cells, List<Skipped> skipped, Judging judging) {
        var measured = cells.stream().map(CellResult::cell).toList();
        var chosen = Reference.chosen(measured, skipped, judging.reference());
        var pairs = new ArrayList<Pair>();
        var alone = new ArrayList<Alone>();
        chosen.ifPresent(reference -> cells.stream()
                .filter(cell -> !reference.holds(cell.cell()))
                .forEach(cell -> opposite(cell.cell(), cells, reference)
                        .ifPresentOrElse(
                                opposite -> pairs.add(new Pair(cell, opposite)),
                                () -> alone.add(new Alone(cell.cell(), reason(cell.cell(), skipped, reference))))));
        return new Opposites(chosen, pairs, alone);
    }

    private static Optional<CellResult> opposite(Cell cell, List<CellResult> cells, Reference reference) {
        return cells.stream()
                .filter(other ->
                        reference.holds(other.cell()) && reference.axis().alone(cell, other.cell()))
                .findFirst();
    }

    private static String reason(Cell cell, List<Skipped> skipped, Reference reference) {
        return skipped.stream()
                .filter(other ->
                        reference.holds(other.cell()) && reference.axis().alone(cell, other.cell()))
                .findFirst()
                .map(other -> reference.text() + " was skipped: " + other.reason())
                .orElse(reference.text() + " is not in the matrix beside it");
    }
}
