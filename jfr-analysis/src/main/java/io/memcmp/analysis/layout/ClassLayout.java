package io.memcmp.analysis.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each byte of an object goes.
 *
 * @param mode how the virtual machine runs
 * @param parts everything that the object is made of, in the order of its addresses, without holes
 */
public record ClassLayout(LayoutMode mode, List<Part> parts) {
    private static final int WORD = 8;
    private static final int LENGTH = 4;

    /** Copies the list. */
    public ClassLayout {
        parts = List.copyOf(parts);
    }

    /** What bytes serve for. */
    public enum Use {
        /** Mark word, class word, an array's length. */
        HEADER,
        /** Primitive fields or elements. */
        PRIMITIVE,
        /** References in fields or elements. */
        REFERENCE,
        /** Lost between fields, so that one begins where its size asks for. */
        GAP,
        /** Lost on purpose, around fields with {@code @Contended}. */
        CONTENTION,
        /** Lost at the end, so that the next object begins where it must. */
        TAIL
    }

    /**
     * Bytes that belong together.
     *
     * @param use what they serve for
     * @param offset of the first from the beginning of the object
     * @param size how many, bytes
     * @param name of the field, or of the part of the header; empty for lost bytes
     * @param type of the field; empty for anything else
     * @param declaredBy the class that has the field; empty for anything else
     * @param injected whether the virtual machine added the field
     */
    public record Part(Use use, long offset, long size, String name, String type, String declaredBy, boolean injected) {
        static Part of(Use use, long offset, long size, String name) {
            return new Part(use, offset, size, name, "", "", false);
        }

        long end() {
            return offset + size;
        }
    }

    /**
     * {@return the layout of an instance}
     *
     * @param hierarchy the class and those above it, the topmost first
     * @param mode how the virtual machine runs
     * @param release feature release of the JDK
     */
    public static ClassLayout ofInstance(List<ClassDescription> hierarchy, LayoutMode mode, int release) {
        var placement = new FieldPlacement(ObjectLayout.headerOf(mode), mode, release);
        hierarchy.forEach(placement::add);
        var parts = header(mode);
        for (var placed : placement.fields()) {
            var field = placed.field();
            lost(parts, placed.offset());
            parts.add(new Part(
                    field.kind() == FieldKind.REF ? Use.REFERENCE : Use.PRIMITIVE,
                    placed.offset(),
                    field.kind().bytes(mode),
                    field.name(),
                    field.type(),
                    placed.declaredBy(),
                    field.injected()));
        }
        return ended(parts, placement.end(), mode);
    }

    /**
     * {@return the layout of an array}
     *
     * @param elementType as in the source
     * @param element kind of its elements
     * @param length how many
     * @param mode how the virtual machine runs
     * @param release feature release of the JDK
     */
    public static ClassLayout ofArray(
            String elementType, FieldKind element, long length, LayoutMode mode, int release) {
        var parts = header(mode);
        parts.add(Part.of(Use.HEADER, parts.getLast().end(), LENGTH, "length"));
        long base = ObjectLayout.arrayBase(element, mode, release);
        lost(parts, base);
        long data = Math.multiplyExact(length, element.bytes(mode));
        if (data > 0) {
            var use = element == FieldKind.REF ? Use.REFERENCE : Use.PRIMITIVE;
            parts.add(new Part(use, base, data, "[0.." + (length - 1) + "]", elementType, "", false));
        }
        return ended(parts, base + data, mode);
    }

    private static List<Part> header(LayoutMode mode) {
        var parts = new ArrayList<Part>();
        if (mode.compactHeaders()) {
            parts.add(Part.of(Use.HEADER, 0, WORD, "mark and class"));
        } else {
            parts.add(Part.of(Use.HEADER, 0, WORD, "mark"));
            parts.add(Part.of(Use.HEADER, WORD, ObjectLayout.headerOf(mode) - WORD, "class"));
        }
        return parts;
    }

    /** Bytes between the last part and the next. */
    private static void lost(List<Part> parts, long next) {
        long end = parts.getLast().end();
        if (next > end) {
            // No alignment of a field leaves so much free.
            var use = next - end < FieldPlacement.CONTENDED_PADDING ? Use.GAP : Use.CONTENTION;
            parts.add(Part.of(use, end, next - end, ""));
        }
    }

    private static ClassLayout ended(List<Part> parts, long end, LayoutMode mode) {
        if (end - parts.getLast().end() >= FieldPlacement.CONTENDED_PADDING) {
            lost(parts, end);
        }
        long last = parts.getLast().end();
        long size = ObjectLayout.aligned(end, mode.objectAlignment());
        if (size > last) {
            parts.add(Part.of(Use.TAIL, last, size - last, ""));
        }
        return new ClassLayout(mode, parts);
    }

    /** {@return the shallow size, bytes} */
    public long size() {
        return parts.getLast().end();
    }

    /** {@return the sums} */
    public ObjectLayout totals() {
        return new ObjectLayout(
                Math.toIntExact(sum(Use.HEADER)),
                sum(Use.REFERENCE),
                sum(Use.PRIMITIVE),
                sum(Use.GAP) + sum(Use.CONTENTION) + sum(Use.TAIL));
    }

    private long sum(Use use) {
        return parts.stream()
                .filter(part -> part.use() == use)
                .mapToLong(Part::size)
                .sum();
    }
}
