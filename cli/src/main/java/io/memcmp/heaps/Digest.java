package io.memcmp.heaps;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.result.DumpContents;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What is kept of a dump, after it is closed, to compare it with another.
 *
 * @param name of the dump
 * @param all objects
 * @param totals by how objects are reached
 * @param classes by their names; those of several loaders together
 * @param paths what is retained along chains of dominators; missing where that was not asked
 */
record Digest(
        String name,
        Amount all,
        Observed<DumpContents.Totals> totals,
        Map<String, OfClass> classes,
        Observed<DominatorPaths> paths) {
    /** Instances and bytes of a class, and what they retain at least. */
    record OfClass(Amount amount, Observed<Long> retained) {
        static final OfClass NONE = new OfClass(Amount.NONE, Observed.of(0L));

        OfClass plus(OfClass other) {
            return new OfClass(
                    amount.plus(other.amount),
                    retained.present()
                            .map(some -> other.retained.map(more -> some + more))
                            .orElse(retained));
        }
    }

    static Digest of(Reader reader, String name, DumpContents contents, boolean quick) throws IOException {
        var retained = Contents.retained(reader.dump(), quick);
        var classes = new HashMap<String, OfClass>();
        for (var each : reader.dump().classes()) {
            if (each.all().instances() > 0) {
                var figures = new OfClass(each.all(), retained.get(each.index()).map(DumpContents.Retained::bytes));
                classes.merge(each.name(), figures, OfClass::plus);
            }
        }
        return new Digest(
                name,
                contents.all(),
                contents.totals(),
                classes,
                quick ? Observed.missing("not asked for: --quick") : Observed.of(DominatorPaths.of(reader)));
    }
}
