package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;

/** The second look: who refers to whom, of which class, and what the addresses say of the layout. */
final class ReferencePass implements RecordVisitor {
    private final ClassTable classes;
    private final ObjectIndex index;
    private final ObjectGraph graph;
    private final ClassShapes shapes;
    private final PermanentClasses permanent;
    private boolean strong = true;
    private long dangling;
    private long duplicates;
    private long references;

    ReferencePass(
            ClassTable classes, ObjectIndex index, ObjectGraph graph, ClassShapes shapes, PermanentClasses permanent) {
        this.classes = classes;
        this.index = index;
        this.graph = graph;
        this.shapes = shapes;
        this.permanent = permanent;
    }

    /** Takes soft, weak, phantom and final references for ordinary ones. */
    ReferencePass countingAll() {
        strong = false;
        return this;
    }

    @Override
    public void classDump(ClassRecord record) {
        int from = index.numberOf(record.id());
        if (from < 0 || isDuplicate(from)) {
            return;
        }
        shapes.classObject(from, record);
        graph.begin(from, shapes.classClass());
        refer(from, record.superclass());
        refer(from, record.loader());
        refer(from, record.signers());
        refer(from, record.protectionDomain());
        for (var field : record.statics()) {
            if (field.kind() == FieldKind.REF) {
                refer(from, field.value());
            }
        }
        graph.finish(from);
    }

    @Override
    public void instance(long id, long classId, DumpInput fields, int bytes) {
        int from = index.numberOf(id);
        if (isDuplicate(from)) {
            return;
        }
        int number = shapes.instance(id, classes.number(classId));
        graph.begin(from, number);
        var places = classes.fields(number);
        int word = fields.identifierBytes();
        for (int place : places.references) {
            if (place + word <= bytes) {
                long target = fields.identifierAhead(place);
                if (strong && place == places.referent) {
                    referWeakly(from, target);
                } else {
                    refer(from, target);
                }
            }
        }
        referToClass(from, number);
        graph.finish(from);
    }

    @Override
    public void objectArray(long id, long classId, int length, DumpInput contents) throws IOException {
        int from = index.numberOf(id);
        if (isDuplicate(from)) {
            return;
        }
        int number = beginArray(from, id, classes.number(classId), length, FieldKind.REF);
        int word = contents.identifierBytes();
        int most = DumpInput.WINDOW / word;
        for (int rest = length; rest > 0; ) {
            int piece = Math.min(rest, most);
            contents.require(piece * word);
            for (int i = 0; i < piece; i++) {
                refer(from, contents.identifierAhead(i * word));
            }
            contents.seek(contents.position() + (long) piece * word);
            rest -= piece;
        }
        referToClass(from, number);
        graph.finish(from);
    }

    @Override
    public void primitiveArray(long id, FieldKind element, int length, DumpInput contents) {
        int from = index.numberOf(id);
        if (!isDuplicate(from)) {
            beginArray(from, id, classes.primitiveArray(element), length, element);
            graph.finish(from);
        }
    }

    private int beginArray(int from, long id, int ofClass, int length, FieldKind element) {
        int number = shapes.array(id, ofClass, element, length);
        if (shapes.isMisfit(number)) {
            graph.begin(from, number);
        } else {
            graph.beginArray(from, number, length);
        }
        return number;
    }

    private boolean isDuplicate(int object) {
        if (graph.known(object)) {
            duplicates++;
            return true;
        }
        return false;
    }

    private void refer(int from, long target) {
        if (target != 0) {
            references++;
            int to = index.numberOf(target);
            if (to >= 0) {
                graph.refer(from, to);
            } else {
                dangling++;
            }
        }
    }

    private void referWeakly(int from, long target) {
        int to = target == 0 ? ObjectIndex.ABSENT : index.numberOf(target);
        if (to >= 0) {
            references++;
            graph.referWeakly(from, to);
        }
    }

    /** An object keeps its class; where that is never unloaded this changes nothing. */
    private void referToClass(int from, int number) {
        int classObject = permanent.unloadable(number);
        if (classObject >= 0) {
            graph.refer(from, classObject);
        }
    }

    long dangling() {
        return dangling;
    }

    long duplicates() {
        return duplicates;
    }

    long references() {
        return references;
    }
}
