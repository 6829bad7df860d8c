package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.layout.ObjectShape;
import java.util.List;
import java.util.Optional;

/** Shallow sizes, by the layout that the addresses tell and the fields that the dump tells. */
final class ObjectSizes {
    /** No class of the JDK has more bytes that the dump does not explain. */
    private static final int MOST_HIDDEN = 1 << 9;

    private final ClassTable classes;
    private final DumpLayout layout;
    private final ClassShapes seen;
    private final long[] instances; // by class: bytes of one
    private final long[] hidden; // by class: those of them that no field explains
    private final int[] elements; // by class: bytes of an element; 0 where it has none
    private final long mirror;

    ObjectSizes(ClassTable classes, DumpLayout layout, ClassShapes seen) {
        this.classes = classes;
        this.layout = layout;
        this.seen = seen;
        instances = new long[classes.size()];
        hidden = new long[classes.size()];
        elements = new int[classes.size()];
        for (int number = 0; number < instances.length; number++) {
            var element = seen.element(number);
            if (element.isPresent()) {
                elements[number] = element.get().bytes(layout.mode());
            } else {
                instances[number] = instance(number);
            }
        }
        mirror = instances[seen.classClass()];
    }

    private long instance(int number) {
        long fields = classes.levels(number)
                .map(this::sizeOf)
                .orElse(0L);
        long gap = seen.gaps().smallest(number);
        if (layout.evidence() == DumpLayout.Evidence.ASSUMED || gap == 0) {
            // Of what the dump does not know the fields, at least the header is certain.
            return fields == 0 ? sizeOf(List.of()) : fields;
        }
        if (fields == 0 || fields > gap) {
            return gap; // the dump does not tell its fields, or not as the machine has them
        }
        if (isOfTheJdk(number) && seen.gaps().typical(number) && gap - fields <= MOST_HIDDEN) {
            hidden[number] = gap - fields;
            return gap;
        }
        return fields;
    }

    private long sizeOf(List<List<FieldKind>> levels) {
        return ObjectLayout.of(new ObjectShape.Instance(levels), layout.mode()).size();
    }

    /** Only in classes of its own does the virtual machine hide fields, or keep others' cache lines away from them. */
    private boolean isOfTheJdk(int number) {
        return classes.record(number).map(record -> record.loader() == 0).orElse(false);
    }

    /** {@return shallow size of an object, bytes} */
    long of(int object, ObjectGraph graph) {
        int number = graph.classOf(object);
        if (elements[number] != 0) {
            return array(elements[number], graph.length(object));
        }
        return number == seen.classClass() ? mirror(object) : instances[number];
    }

    /** {@return bytes of an instance of a class} */
    long instanceOf(int number) {
        return instances[number];
    }

    /** {@return bytes of a class object, bytes of its static fields among them} */
    long mirror(int object) {
        int of = seen.classOfObject(object);
        return of == LongIndex.ABSENT ? mirror : mirror + statics(of);
    }

    /** {@return bytes of all class objects} */
    long mirrors() {
        long bytes = 0;
        for (int object : seen.classObjects()) {
            bytes += mirror(object);
        }
        return bytes;
    }

    private long array(int elementBytes, int length) {
        int base = elementBytes == Long.BYTES ? layout.wideArrayBase() : layout.arrayBase();
        return aligned(base + (long) length * elementBytes);
    }

    /** Static fields stand behind the fields of the class object. What the dump puts in brackets is no field. */
    private long statics(int number) {
        long bytes = 0;
        for (var field : classes.record(number).map(ClassRecord::statics).orElse(List.of())) {
            bytes += classes.isField(field) ? field.kind().bytes(layout.mode()) : 0;
        }
        return aligned(bytes);
    }

    private long aligned(long bytes) {
        int alignment = layout.mode().objectAlignment();
        return Math.ceilDiv(bytes, alignment) * alignment;
    }

    /** {@return what instances of a class consist of} */
    DumpClass.Form form(int number) {
        var element = seen.element(number);
        if (element.isPresent()) {
            return new DumpClass.Form.Array(element.get());
        }
        Optional<List<List<FieldKind>>> levels = classes.levels(number);
        return levels.isPresent()
                ? new DumpClass.Form.Instance(levels.get(), instances[number], hidden[number])
                : new DumpClass.Form.Unknown("the dump has no record of the class, or of one of its superclasses");
    }
}
