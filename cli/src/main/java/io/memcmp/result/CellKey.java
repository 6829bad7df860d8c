package io.memcmp.result;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a cell is, as a report tells it: enough to find the same cell in another report.
 *
 * @param subject what ran in it
 * @param collector the collector's name
 * @param feature the JDK's feature release
 * @param version the JDK's full version
 * @param heap its size; empty for the JVM's own choice
 * @param heapMultiple the same as a multiple of the minimum heap, where it was asked for so
 * @param headers object headers asked for
 * @param compressedOops compressed references asked for
 * @param flags all options of its JVM
 */
public record CellKey(
        String subject,
        String collector,
        int feature,
        String version,
        Optional<Bytes> heap,
        Optional<Double> heapMultiple,
        String headers,
        String compressedOops,
        List<String> flags) {
    /** Copies the list. */
    public CellKey {
        flags = List.copyOf(flags);
    }

    /**
     * {@return what the cell is}
     *
     * @param cell of a run
     */
    public static CellKey of(Cell cell) {
        return new CellKey(
                cell.subject().label(),
                cell.collector().id(),
                cell.jdk().feature(),
                cell.jdk().version(),
                cell.heap().size(),
                cell.heap().multiple(),
                cell.layout().headers().name().toLowerCase(Locale.ROOT),
                cell.layout().oops().name().toLowerCase(Locale.ROOT),
                cell.flags());
    }
}
