package io.memcmp.result;

import java.util.List;

/**
 * A cell that was read back from a report.
 *
 * @param figures what it is, and its trials' figures
 * @param work what exactly ran: the workload with the parameters that were given, or the command; empty where nothing tells
 * @param setAside how many of its trials do not count: of the warm-up, or disturbed by the machine
 */
public record ReadCell(CellFigures figures, String work, int setAside) {

    /** {@return what it is} */
    public CellKey key() {
        return figures.key();
    }

    /** {@return those of its trials that did not come to their end, in words; empty where all did} */
    public String failures() {
        var failed = figures.trials().stream().filter(trial -> !trial.ended()).toList();
        return failed.isEmpty()
                ? ""
                : failed.size() == figures.trials().size()
                        ? "every trial: " + Summary.outcomes(failed)
                        : "of " + figures.trials().size() + " trials " + Summary.outcomes(failed);
    }

    static List<CellFigures> figures(List<ReadCell> cells) {
        return cells.stream().map(ReadCell::figures).toList();
    }
}
