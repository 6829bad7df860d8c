package io.memcmp.analysis.layout;

import java.util.List;
import java.util.Optional;

/**
 * Where the bytes of one object go.
 *
 * @param header mark and class word, for an array also its length
 * @param references bytes in references
 * @param primitives bytes in primitive fields or array elements
 * @param padding bytes lost to alignment, between fields and at the end
 */
public record ObjectLayout(int header, long references, long primitives, long padding) {
    private static final int LENGTH = 4;
    private static final int WORD = 8;

    /** Whose order of fields is taken where nobody says which; no size is known to depend on it. */
    private static final int NEWEST_KNOWN = 25;

    /** The first release whose arrays have no padding after their length where the elements need none. */
    private static final int TIGHT_ARRAYS = 23;

    /**
     * {@return where HotSpot of JDK 15 and later puts the bytes of an object} Without compressed class pointers, arrays
     * are laid out as since JDK 23, with no padding after the length where the elements need none.
     *
     * @param shape what the object consists of
     * @param mode how the virtual machine runs
     */
    public static ObjectLayout of(ObjectShape shape, LayoutMode mode) {
        return of(shape, mode, NEWEST_KNOWN);
    }

    /**
     * {@return where HotSpot puts the bytes of an object}
     *
     * @param shape what the object consists of
     * @param mode how the virtual machine runs
     * @param release feature release of the JDK, 15 or later
     */
    public static ObjectLayout of(ObjectShape shape, LayoutMode mode, int release) {
        return switch (shape) {
            case ObjectShape.Instance(var levels) -> ofInstance(levels, mode, release);
            case ObjectShape.Array(var element, var length) -> ofArray(element, length, mode, release);
        };
    }

    private static ObjectLayout ofInstance(List<List<FieldKind>> levels, LayoutMode mode, int release) {
        int header = headerOf(mode);
        var placement = new FieldPlacement(header, mode, release);
        long references = 0;
        long primitives = 0;
        for (var fields : levels) {
            placement.add(level(fields));
            for (var field : fields) {
                if (field == FieldKind.REF) {
                    references += field.bytes(mode);
                } else {
                    primitives += field.bytes(mode);
                }
            }
        }
        long size = aligned(placement.end(), mode.objectAlignment());
        return new ObjectLayout(header, references, primitives, size - header - references - primitives);
    }

    private static ClassDescription level(List<FieldKind> kinds) {
        var fields = kinds.stream().map(kind -> InstanceField.of("", "", kind)).toList();
        return new ClassDescription(
                "", Optional.empty(), ClassDescription.Kind.CLASS, fields, false, false, "a list of fields");
    }

    private static ObjectLayout ofArray(FieldKind element, long length, LayoutMode mode, int release) {
        int header = headerOf(mode) + LENGTH;
        long data = Math.multiplyExact(length, element.bytes(mode));
        long size = aligned(Math.addExact(arrayBase(element, mode, release), data), mode.objectAlignment());
        boolean ofReferences = element == FieldKind.REF;
        return new ObjectLayout(header, ofReferences ? data : 0, ofReferences ? 0 : data, size - header - data);
    }

    /** {@return where the first element of an array lies} */
    static long arrayBase(FieldKind element, LayoutMode mode, int release) {
        int header = headerOf(mode) + LENGTH;
        return element.bytes(mode) < WORD && release >= TIGHT_ARRAYS ? header : aligned(header, WORD);
    }

    static int headerOf(LayoutMode mode) {
        if (mode.compactHeaders()) {
            return WORD;
        }
        return mode.compressedClassPointers() ? WORD + 4 : 2 * WORD;
    }

    static long aligned(long size, int alignment) {
        return Math.ceilDiv(size, alignment) * alignment;
    }

    /** {@return the shallow size, bytes} */
    public long size() {
        return header + references + primitives + padding;
    }
}
