package io.memcmp.result;

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
}
