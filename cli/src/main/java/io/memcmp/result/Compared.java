package io.memcmp.result;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code memcmp compare} says.
 *
 * @param tool memcmp's version
 * @param created when it was asked
 * @param reports what was read
 * @param request what was wanted
 * @param common what all cells have in common, by axis
 * @param columns what stands above the columns; the first is the reference
 * @param tables the figures
 * @param unmatched cells without an opposite, and those that were skipped
 * @param warnings what weakens it, in the user's words
 */
public record Compared(
        String tool,
        Instant created,
        List<ReadReport> reports,
        CompareRequest request,
        Map<PivotAxis, String> common,
        List<String> columns,
        List<ComparedTable> tables,
        List<String> unmatched,
        List<String> warnings)
        implements Report {
    /** Copies the collections. */
    public Compared {
        reports = List.copyOf(reports);
        common = Collections.unmodifiableMap(new LinkedHashMap<>(common));
        columns = List.copyOf(columns);
        tables = List.copyOf(tables);
        unmatched = List.copyOf(unmatched);
        warnings = List.copyOf(warnings);
    }
}
