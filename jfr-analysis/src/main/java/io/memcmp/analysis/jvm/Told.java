package io.memcmp.analysis.jvm;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a recording says of its virtual machine: once for each chunk, and not always the same where several are merged. */
final class Told<T> {
    /** The reader wants to know that machines differ, not how all of them do. */
    private static final int MOST = 3;

    private final Set<T> values = new LinkedHashSet<>();

    /** What a damaged chunk does not tell makes no difference. */
    void add(@Nullable T value) {
        if (value != null && values.size() < MOST) {
            values.add(value);
        }
    }

    boolean differs() {
        return values.size() > 1;
    }

    Set<T> values() {
        return values;
    }
}
