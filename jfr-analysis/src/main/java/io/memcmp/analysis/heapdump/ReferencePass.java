package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;

/** The second look: who refers to whom, of which class, and what the addresses say of the layout. */
final class ReferencePass implements SecondLook.Visitor<ReferencePass> {
    private final ClassTable classes;
    private final ObjectIndex index;
    private final ClassShapes shapes;
    private final PermanentClasses permanent;
    private final ReferenceQueue queue;
    private final Seen seen;
    private final boolean strong;
    private long weak;
    private long references;
    private long dangling;

    ReferencePass(
            FirstLook.Found found,
            ClassShapes shapes,
            PermanentClasses permanent,
            ReferenceQueue queue,
            boolean strong) {
        this.classes = found.classes();
        this.index = found.index();
        this.shapes = shapes;
        this.permanent = permanent;
        this.queue = queue;
        this.strong = strong;
        this.seen = new Seen(index.size());
    }

    @Override
    public void classDump(ClassRecord record) {
        int from = index.numberOf(record.id());
        if (!seen.isNew(from)) {
            return;
        }
        shapes.classObject(from, record);
        queue.begin(from, shapes.classClass());
        queue.refer(record.superclass());
        queue.refer(record.loader());
        queue.refer(record.signers());
        queue.refer(record.protectionDomain());
        for (var field : record.statics()) {
            if (field.kind() == FieldKind.REF) {
                queue.refer(field.value());
            }
        }
        queue.finish();
    }

    @Override
    public void instance(long id, long classId, DumpInput fields, int bytes) {
        int from = index.numberOf(id);
        if (!seen.isNew(from)) {
            return;
        }
        int number = shapes.instance(id, classes.number(classId));
        queue.begin(from, number);
        var places = classes.fields(number);
        int word = fields.identifierBytes();
        for (int place : places.references) {
            if (place + word <= bytes) {
                long target = fields.identifierAhead(place);
                if (strong && place == places.referent) {
                    referWeakly(from, target);
                } else {
                    queue.refer(target);
                }
            }
        }
        referToClass(number);
        queue.finish();
    }

    @Override
    public void objectArray(long id, long classId, int length, DumpInput contents) throws IOException {
        int from = index.numberOf(id);
        if (!seen.isNew(from)) {
            return;
        }
        int number = beginArray(from, id, classes.number(classId), length, FieldKind.REF);
        int word = contents.identifierBytes();
        int most = DumpInput.WINDOW / word;
        for (int rest = length; rest > 0; ) {
            int piece = Math.min(rest, most);
            contents.require(piece * word);
            for (int i = 0; i < piece; i++) {
                queue.refer(contents.identifierAhead(i * word));
            }
            contents.seek(contents.position() + (long) piece * word);
            rest -= piece;
        }
        referToClass(number);
        queue.finish();
    }

    @Override
    public void primitiveArray(long id, FieldKind element, int length, DumpInput contents) {
        int from = index.numberOf(id);
        if (seen.isNew(from)) {
            beginArray(from, id, classes.primitiveArray(element), length, element);
            queue.finish();
        }
    }

    private int beginArray(int from, long id, int ofClass, int length, FieldKind element) {
        int number = shapes.array(id, ofClass, element, length);
        if (shapes.isMisfit(number)) {
            queue.begin(from, number);
        } else {
            queue.beginArray(from, number, length);
        }
        return number;
    }

    private void referWeakly(int from, long target) {
        int to = target == 0 ? ObjectIndex.ABSENT : index.numberOf(target);
        if (to >= 0) {
            weak++;
            queue.referWeakly(from, to);
        }
    }

    /** An object keeps its class; where that is never unloaded this changes nothing. */
    private void referToClass(int number) {
        if (permanent.unloadable(number) >= 0) {
            classes.record(number).ifPresent(record -> queue.refer(record.id()));
        }
    }

    @Override
    public boolean finish() {
        queue.close();
        references = queue.references() + weak;
        dangling = queue.dangling();
        return shapes.isConsistent();
    }

    @Override
    public boolean add(ReferencePass following) {
        shapes.add(following.shapes);
        seen.add(following.seen);
        references += following.references;
        dangling += following.dangling;
        return shapes.isConsistent();
    }

    @Override
    public long objects() {
        return seen.count();
    }

    ClassShapes shapes() {
        return shapes;
    }

    /** {@return references to objects that are not in the dump} */
    long dangling() {
        return dangling;
    }

    /** {@return references that are not null} */
    long references() {
        return references;
    }
}
