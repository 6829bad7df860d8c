package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.ObjectContents;
import java.util.Map;

/** How one object refers to another, in words. */
final class References {
    private static final String STATIC_OF = "class ";

    private References() {}

    /**
     * {@return {@code .table}, {@code []} or {@code static cache}; empty where the first does not refer to the second}
     *
     * @param dump that they are in
     * @param contents of the first, at least
     */
    static String between(HeapDump dump, Map<Integer, ObjectContents> contents, int from, int to) {
        if (dump.lengthOf(from) >= 0) {
            var found = new boolean[1];
            dump.references(from, target -> found[0] |= target == to);
            return found[0] ? "[]" : "";
        }
        var fields = contents.get(from);
        if (fields == null) {
            return "";
        }
        var prefix = fields.className().startsWith(STATIC_OF) ? "static " : ".";
        return fields.slots().stream()
                .filter(slot -> slot.target() == to)
                .findFirst()
                .map(slot -> prefix + slot.name())
                .orElse("");
    }
}
