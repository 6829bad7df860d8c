package io.memcmp.analysis.census;

import io.memcmp.analysis.heapdump.DumpClass;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.layout.ObjectShape;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up the objects of one class, as they are and as they would be in other layouts. What is rightly predicted: fields,
 * elements, headers and alignment. What is taken over as it is: bytes that no field of the dump explains, because it is not
 * known of which type they are (but for class objects), and all of objects of a class that the dump does not describe.
 */
final class Tally {
    private static final int ADDED_TO_CLASS = 2 * Long.BYTES + 2 * Integer.BYTES;

    private final LayoutMode own;
    private final List<LayoutMode> others;
    private final long[] predicted;
    private long instances;
    private Parts parts = Parts.NONE;

    Tally(LayoutMode own, List<LayoutMode> others) {
        this.own = own;
        this.others = others;
        this.predicted = new long[others.size()];
    }

    /** So many alike, together of so many bytes. */
    void instances(DumpClass.Form.Instance form, long count, long bytes) {
        if (count == 0) {
            return;
        }
        var shape = new ObjectShape.Instance(form.levels());
        var one = ObjectLayout.of(shape, own);
        long hidden = Math.max(form.hidden(), bytes / count - one.size());
        add(count, bytes, one.header() * count, one.references() * count, one.primitives() * count, hidden * count);
        for (int i = 0; i < predicted.length; i++) {
            var mode = others.get(i);
            predicted[i] += aligned(ObjectLayout.of(shape, mode).size() + Math.max(0, hidden), mode) * count;
        }
    }

    /** All arrays of the class, together of so many bytes. */
    void arrays(FieldKind element, Lengths lengths, long bytes) {
        long[] counted = new long[2];
        lengths.forEach((length, arrays) -> {
            counted[0] += arrays;
            counted[1] += length * arrays;
            for (int i = 0; i < predicted.length; i++) {
                predicted[i] += ObjectLayout.of(new ObjectShape.Array(element, length), others.get(i))
                                .size()
                        * arrays;
            }
        });
        long header = ObjectLayout.of(new ObjectShape.Array(element, 0), own).header();
        long data = counted[1] * element.bytes(own);
        boolean refers = element == FieldKind.REF;
        add(counted[0], bytes, header * counted[0], refers ? data : 0, refers ? 0 : data, 0);
    }

    /** One class object: the fields of {@code java.lang.Class}, then its static fields in words of their own. */
    void classObject(DumpClass.Form.Instance form, List<FieldKind> statics, long bytes) {
        var shape = new ObjectShape.Instance(form.levels());
        var fields = ObjectLayout.of(shape, own);
        var block = statics(statics, own);
        long words = form.hidden() + block.size() - block.header();
        long hidden = Math.max(form.hidden(), bytes - aligned(fields.size() + words, own) + form.hidden());
        add(
                1,
                bytes,
                fields.header(),
                fields.references() + block.references(),
                fields.primitives() + block.primitives(),
                hidden);
        for (int i = 0; i < predicted.length; i++) {
            var mode = others.get(i);
            var there = statics(statics, mode);
            predicted[i] += aligned(
                    ObjectLayout.of(shape, mode).size() + added(hidden, mode) + there.size() - there.header(), mode);
        }
    }

    /** What HotSpot adds to a class object are two addresses, two numbers, and references. */
    private long added(long hidden, LayoutMode mode) {
        return hidden <= ADDED_TO_CLASS
                ? hidden
                : ADDED_TO_CLASS + (hidden - ADDED_TO_CLASS) / FieldKind.REF.bytes(own) * FieldKind.REF.bytes(mode);
    }

    /** Objects of which only the size is known. */
    void unknown(long count, long bytes) {
        add(count, bytes, 0, 0, 0, bytes);
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] += bytes;
        }
    }

    /** A compact header is one word, and the static fields begin at a word: what follows is laid out alike. */
    private static ObjectLayout statics(List<FieldKind> kinds, LayoutMode mode) {
        return ObjectLayout.of(
                new ObjectShape.Instance(List.of(kinds)),
                new LayoutMode(mode.compressedOops(), true, true, Long.BYTES));
    }

    private static long aligned(long size, LayoutMode mode) {
        return Math.ceilDiv(size, mode.objectAlignment()) * mode.objectAlignment();
    }

    /** What is neither header, field nor hidden is padding; where less is left than nothing, less is hidden. */
    private void add(long count, long bytes, long header, long references, long payload, long hidden) {
        long rest = bytes - header - references - payload;
        long unseen = Math.min(hidden, rest);
        instances += count;
        parts = parts.plus(new Parts(header, references, payload, rest - unseen, unseen));
    }

    ClassCensus census(String name) {
        return new ClassCensus(
                name, instances, parts, Arrays.stream(predicted).boxed().toList());
    }
}
