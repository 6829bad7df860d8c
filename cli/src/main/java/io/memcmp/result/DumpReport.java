package io.memcmp.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code memcmp heap} found.
 *
 * @param tool memcmp's version
 * @param created when it was asked
 * @param options what was wanted
 * @param dumps what came of each, in the order in which they were given
 * @param difference between two of them, where that was wanted
 * @param conditions what must not be, and whether it is
 */
public record DumpReport(
        String tool,
        Instant created,
        DumpOptions options,
        List<DumpResult> dumps,
        Optional<DumpDifference> difference,
        List<DumpCondition> conditions)
        implements Report {
    /** Copies the lists. */
    public DumpReport {
        dumps = List.copyOf(dumps);
        conditions = List.copyOf(conditions);
    }

    /** {@return those that could be read} */
    public List<DumpResult.Read> read() {
        return dumps.stream()
                .<DumpResult.Read>mapMulti((dump, next) -> {
                    if (dump instanceof DumpResult.Read read) {
                        next.accept(read);
                    }
                })
                .toList();
    }

    /** {@return whether something is that must not be} */
    public boolean failed() {
        return conditions.stream().anyMatch(DumpCondition::holds);
    }
}
