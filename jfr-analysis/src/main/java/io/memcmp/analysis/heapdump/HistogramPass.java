package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;

/** The second look where nothing but classes, instances and bytes are wanted. */
final class HistogramPass implements SecondLook.Visitor<HistogramPass> {
    private final ClassTable classes;
    private final ObjectIndex index;
    private final ClassShapes shapes;
    private final LayoutEvidence evidence;
    private final Seen seen;
    private final long[] instances; // by class
    private final long[][] arrays; // by class and layout: bytes

    HistogramPass(ClassTable classes, ObjectIndex index, ClassShapes shapes) {
        this.classes = classes;
        this.index = index;
        this.shapes = shapes;
        this.evidence = shapes.evidence();
        seen = new Seen(index.size());
        instances = new long[classes.size()];
        arrays = new long[classes.size()][evidence.candidates()];
    }

    @Override
    public void classDump(ClassRecord record) {
        int object = index.numberOf(record.id());
        if (seen.isNew(object)) {
            shapes.classObject(object, record);
            instances[shapes.classClass()]++;
        }
    }

    @Override
    public void instance(long id, long classId, DumpInput fields, int bytes) {
        if (seen.isNew(index.numberOf(id))) {
            instances[shapes.instance(id, classes.number(classId))]++;
        }
    }

    @Override
    public void objectArray(long id, long classId, int length, DumpInput elements) {
        if (seen.isNew(index.numberOf(id))) {
            array(id, classes.number(classId), FieldKind.REF, length);
        }
    }

    @Override
    public void primitiveArray(long id, FieldKind element, int length, DumpInput elements) {
        if (seen.isNew(index.numberOf(id))) {
            array(id, classes.primitiveArray(element), element, length);
        }
    }

    private void array(long id, int ofClass, FieldKind element, int length) {
        int number = shapes.array(id, ofClass, element, length);
        instances[number]++;
        if (!shapes.isMisfit(number)) {
            var bytes = arrays[number];
            for (int candidate = 0; candidate < bytes.length; candidate++) {
                bytes[candidate] += evidence.size(element, length, candidate);
            }
        }
    }

    @Override
    public boolean finish() {
        return shapes.isConsistent();
    }

    @Override
    public boolean add(HistogramPass following) {
        shapes.add(following.shapes);
        seen.add(following.seen);
        for (int number = 0; number < instances.length; number++) {
            instances[number] += following.instances[number];
            for (int candidate = 0; candidate < arrays[number].length; candidate++) {
                arrays[number][candidate] += following.arrays[number][candidate];
            }
        }
        return shapes.isConsistent();
    }

    @Override
    public long objects() {
        return seen.count();
    }

    ClassShapes shapes() {
        return shapes;
    }

    /** {@return instances and bytes of a class} */
    Amount amount(int number, ObjectSizes sizes, int candidate) {
        if (shapes.element(number).isPresent()) {
            return new Amount(instances[number], arrays[number][candidate]);
        }
        long bytes = number == shapes.classClass() ? sizes.mirrors() : instances[number] * sizes.instanceOf(number);
        return new Amount(instances[number], bytes);
    }
}
