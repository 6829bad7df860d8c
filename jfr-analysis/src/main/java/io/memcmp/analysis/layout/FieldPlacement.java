package io.memcmp.analysis.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Places instance fields as HotSpot's {@code FieldLayoutBuilder} does since JDK 15: class by level, in each the primitives
 * from the longest to the shortest and then the references, every field into the smallest gap that holds it — a gap of a
 * superclass, too — else at the end. Since JDK 25 references go first where the superclass ends with one. What is {@code @Contended} stands apart at the end, with free bytes on both sides.
 */
final class FieldPlacement {
    /** HotSpot's {@code ContendedPaddingWidth}. */
    static final int CONTENDED_PADDING = 128;

    /** The first release that puts references beside those of the superclass. */
    private static final int REFERENCES_TOGETHER = 25;

    private final LayoutMode mode;
    private final int release;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private int end;
    private int lastFieldEnd;
    /** Where the class itself ends: not before the free bytes behind its contended fields. */
    private int tail;

    private boolean keptOff;

    /** A field and where it begins. */
    record Placed(String declaredBy, InstanceField field, int offset) {}

    private record Gap(int offset, int size) {
        boolean holds(int bytes) {
            return size >= bytes + before(bytes);
        }

        /** What alignment leaves free in front of a field of that size. */
        int before(int bytes) {
            return Math.floorMod(-offset, bytes);
        }
    }

    FieldPlacement(int header, LayoutMode mode, int release) {
        this.release = release;
        end = header;
        lastFieldEnd = header;
        tail = header;
        this.mode = mode;
    }

    /** Adds the fields of one class below those added before. */
    void add(ClassDescription level) {
        // HotSpot rebuilds a superclass from its fields: free bytes behind its last one are known by the annotation
        // alone.
        end = lastFieldEnd;
        boolean append = false;
        if (keptOff) {
            gaps.clear();
            end += CONTENDED_PADDING;
            append = !placed.isEmpty();
        }
        if (level.contended()) {
            end += CONTENDED_PADDING;
            append = true;
        }
        if (release >= REFERENCES_TOGETHER && endsWithReference()) {
            placeReferencesFirst(level.name(), ungrouped(level), append);
        } else {
            place(level.name(), ungrouped(level), append);
        }
        boolean apart = level.contended();
        for (var group : groups(level)) {
            end += CONTENDED_PADDING;
            place(level.name(), group, true);
            apart = true;
        }
        keptOff |= level.keepsOthersOff();
        tail = apart ? end + CONTENDED_PADDING : end;
    }

    /** {@return where the last class ends, with the free bytes behind its fields if it has any} */
    int end() {
        return tail;
    }

    /** {@return the fields in the order of their offsets} */
    List<Placed> fields() {
        return placed.stream().sorted(Comparator.comparingInt(Placed::offset)).toList();
    }

    private static List<InstanceField> ungrouped(ClassDescription level) {
        return level.fields().stream()
                .filter(field -> field.contention().isEmpty())
                .toList();
    }

    /** Fields of one named group stand together, those without a name each alone. */
    private static List<List<InstanceField>> groups(ClassDescription level) {
        var groups = new ArrayList<List<InstanceField>>();
        Map<String, List<InstanceField>> named = new LinkedHashMap<>();
        for (var field : level.fields()) {
            field.contention().ifPresent(name -> {
                if (name.isEmpty()) {
                    groups.add(List.of(field));
                } else {
                    named.computeIfAbsent(name, _ -> {
                                var group = new ArrayList<InstanceField>();
                                groups.add(group);
                                return group;
                            })
                            .add(field);
                }
            });
        }
        return groups;
    }

    private void place(String declaredBy, List<InstanceField> fields, boolean append) {
        primitives(fields).forEach(field -> place(declaredBy, field, append));
        references(fields).forEach(field -> place(declaredBy, field, append));
    }

    private void placeReferencesFirst(String declaredBy, List<InstanceField> fields, boolean append) {
        references(fields).forEach(field -> place(declaredBy, field, append));
        primitives(fields).forEach(field -> place(declaredBy, field, append));
    }

    private Stream<InstanceField> primitives(List<InstanceField> fields) {
        return fields.stream()
                .filter(field -> field.kind() != FieldKind.REF)
                .sorted(Comparator.comparingInt(
                                (InstanceField field) -> field.kind().bytes(mode))
                        .reversed());
    }

    private static Stream<InstanceField> references(List<InstanceField> fields) {
        return fields.stream().filter(field -> field.kind() == FieldKind.REF);
    }

    private boolean endsWithReference() {
        return placed.stream()
                .max(Comparator.comparingInt(Placed::offset))
                .filter(last -> last.field().kind() == FieldKind.REF)
                .isPresent();
    }

    private void place(String declaredBy, InstanceField field, boolean append) {
        int bytes = field.kind().bytes(mode);
        // Of equal gaps the hindmost: HotSpot searches from the end.
        var smallest = gaps.stream()
                .filter(gap -> !append && gap.holds(bytes))
                .min(Comparator.comparingInt(Gap::size)
                        .thenComparing(Comparator.comparingInt(Gap::offset).reversed()));
        int start;
        if (smallest.isPresent()) {
            var gap = smallest.get();
            gaps.remove(gap);
            start = gap.offset() + gap.before(bytes);
            leave(gap.offset(), start);
            leave(start + bytes, gap.offset() + gap.size());
        } else {
            start = end + Math.floorMod(-end, bytes);
            leave(end, start);
            end = start + bytes;
        }
        lastFieldEnd = Math.max(lastFieldEnd, start + bytes);
        placed.add(new Placed(declaredBy, field, start));
    }

    private void leave(int from, int to) {
        if (to > from) {
            gaps.add(new Gap(from, to - from));
        }
    }
}
