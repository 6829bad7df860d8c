package io.memcmp.analysis.jfr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What could not be read, as it is found. */
final class Losses {
    /** Far below where sums of them would overflow. */
    private static final long MOST = 1L << 60;

    private final List<Loss> first = new ArrayList<>();
    private long count;
    private long bytes;

    void add(Path file, long offset, long length, String reason) {
        add(new Loss(file, offset, length, reason));
    }

    void add(Loss loss) {
        if (first.size() < ReadResult.MOST_LOSSES) {
            first.add(loss);
        }
        count++;
        bytes = Math.min(MOST, bytes + loss.bytes());
    }

    void addAll(Losses others) {
        others.first.forEach(loss -> {
            if (first.size() < ReadResult.MOST_LOSSES) {
                first.add(loss);
            }
        });
        count += others.count;
        bytes = Math.min(MOST, bytes + others.bytes);
    }

    void clear() {
        first.clear();
        count = 0;
        bytes = 0;
    }

    List<Loss> first() {
        return List.copyOf(first);
    }

    long count() {
        return count;
    }

    long bytes() {
        return bytes;
    }
}
