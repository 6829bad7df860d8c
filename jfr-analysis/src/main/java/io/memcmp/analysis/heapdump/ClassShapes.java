package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.util.Optional;

/** What is seen of classes through their objects: whether these are arrays, and how far apart they stand. */
@SuppressWarnings("EnumOrdinal") // a number in a table of this run alone
final class ClassShapes {
    private final ClassTable classes;
    private final ObjectIndex index;
    private final LayoutEvidence evidence;
    private final InstanceGaps gaps = new InstanceGaps();
    private final LongIndex classObjects = new LongIndex();
    private final int[] elements; // by class: the kind of an array's elements, one more than its place
    private final boolean[] instances; // by class: whether there are any
    private final int classClass;
    private final int misfits;
    private boolean contradicted;

    /** All classes have their numbers now: objects name no others than those that the first look found. */
    ClassShapes(ClassTable classes, ObjectIndex index, LayoutEvidence evidence) {
        this.classes = classes;
        this.index = index;
        this.evidence = evidence;
        for (var kind : FieldKind.values()) {
            if (kind != FieldKind.REF) {
                classes.primitiveArray(kind);
            }
        }
        classClass = classes.named("java.lang.Class");
        misfits = classes.number(ClassTable.MISFITS);
        elements = new int[classes.size()];
        instances = new boolean[classes.size()];
        instances[classClass] = true;
    }

    /** A class object was seen. */
    void classObject(int object, ClassRecord record) {
        classObjects.put(object, classes.find(record.id()));
        gaps.add(classClass, record.hasStatics() ? 0 : gap(record.id()));
    }

    /** {@return the class that an instance counts as: its own, unless arrays are of this class, too} */
    int instance(long id, int number) {
        int of = elements[number] == 0 ? number : misfits;
        contradicted |= of == misfits;
        instances[of] = true;
        gaps.add(of, gap(id));
        return of;
    }

    /** {@return the class that an array counts as: its own, unless instances are of this class, or arrays of another kind} */
    int array(long id, int number, FieldKind element, int length) {
        evidence.array(element, length, gap(id));
        int kind = element.ordinal() + 1;
        if (elements[number] == 0 && !instances[number] && number != misfits) {
            elements[number] = kind;
        }
        contradicted |= elements[number] != kind;
        return elements[number] == kind ? number : misfits;
    }

    /**
     * Adds what was seen in another part of the dump. Where a class has both instances and arrays, what came first counts,
     * which parts do not know: {@link #isConsistent}.
     */
    void add(ClassShapes other) {
        evidence.add(other.evidence);
        for (int number = 0; number < elements.length; number++) {
            boolean arrays = elements[number] != 0 || other.elements[number] != 0;
            instances[number] |= other.instances[number];
            boolean differ =
                    elements[number] != 0 && other.elements[number] != 0 && elements[number] != other.elements[number];
            contradicted |= other.contradicted || differ || (arrays && instances[number]);
            elements[number] = Math.max(elements[number], other.elements[number]);
        }
        gaps.add(other.gaps);
        for (int object : other.classObjects.keys()) {
            classObjects.put(object, other.classObjects.get(object));
        }
    }

    private long gap(long id) {
        long next = index.after(id);
        return next == 0 ? 0 : Math.max(0, next - id); // identifiers that are no addresses may be 2^63 apart
    }

    boolean isMisfit(int number) {
        return number == misfits;
    }

    InstanceGaps gaps() {
        return gaps;
    }

    /** {@return the number of {@code java.lang.Class}} */
    int classClass() {
        return classClass;
    }

    /** {@return whether every class has either instances or arrays of one kind} */
    boolean isConsistent() {
        return !contradicted;
    }

    LayoutEvidence evidence() {
        return evidence;
    }

    /** {@return the class that a class object stands for; −1 of other objects} */
    int classOfObject(int object) {
        return classObjects.get(object);
    }

    /** {@return the numbers of all class objects} */
    int[] classObjects() {
        return classObjects.keys();
    }

    /** {@return the kind of the elements of a class's arrays; empty when no arrays are of it} */
    Optional<FieldKind> element(int ofClass) {
        return elements[ofClass] == 0 ? Optional.empty() : Optional.of(FieldKind.values()[elements[ofClass] - 1]);
    }
}
