package io.memcmp.analysis.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places instance fields as HotSpot's {@code FieldLayoutBuilder} does since JDK 15: class by level, in each the primitives
 * from the longest to the shortest and then the references, every field into the smallest gap that holds it — a gap of a
 * superclass, too — else at the end.
 */
final class FieldPlacement {
    private final List<Gap> gaps = new ArrayList<>();
    private int end;

    private record Gap(int offset, int size) {
        boolean holds(int bytes) {
            return size >= bytes + before(bytes);
        }

        /** What alignment leaves free in front of a field of that size. */
        int before(int bytes) {
            return Math.floorMod(-offset, bytes);
        }
    }

    FieldPlacement(int header) {
        end = header;
    }

    void add(List<FieldKind> fieldsOfOneClass, LayoutMode mode) {
        fieldsOfOneClass.stream()
                .filter(kind -> kind != FieldKind.REF)
                .map(kind -> kind.bytes(mode))
                .sorted(Comparator.reverseOrder())
                .forEach(this::place);
        fieldsOfOneClass.stream()
                .filter(kind -> kind == FieldKind.REF)
                .map(kind -> kind.bytes(mode))
                .forEach(this::place);
    }

    /** {@return where the last field ends} */
    int end() {
        return end;
    }

    private void place(int bytes) {
        // Of equal gaps the hindmost: HotSpot searches from the end.
        var smallest = gaps.stream()
                .filter(gap -> gap.holds(bytes))
                .min(Comparator.comparingInt(Gap::size)
                        .thenComparing(Comparator.comparingInt(Gap::offset).reversed()));
        if (smallest.isPresent()) {
            var gap = smallest.get();
            gaps.remove(gap);
            int start = gap.offset() + gap.before(bytes);
            leave(gap.offset(), start);
            leave(start + bytes, gap.offset() + gap.size());
        } else {
            int start = end + Math.floorMod(-end, bytes);
            leave(end, start);
            end = start + bytes;
        }
    }

    private void leave(int from, int to) {
        if (to > from) {
            gaps.add(new Gap(from, to - from));
        }
    }
}
