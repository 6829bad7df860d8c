package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.ObjectContents.Slot;
import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the file says of a few objects. */
final class ContentsReader implements RecordVisitor {
    private final HeapDump dump;
    private final int elements;
    private final LongIndex wanted = new LongIndex();
    private final Map<Integer, ObjectContents> found = new HashMap<>();

    private ContentsReader(HeapDump dump, Collection<Integer> objects, int elements) {
        this.dump = dump;
        this.elements = elements;
        objects.forEach(object -> wanted.put(dump.addressOf(object), object));
    }

    static Map<Integer, ObjectContents> read(HeapDump dump, Collection<Integer> objects, int elements)
            throws IOException {
        var reader = new ContentsReader(dump, objects, elements);
        dump.scan(reader, objects);
        return reader.found;
    }

    private void put(int object, List<Slot> slots, long length) {
        found.putIfAbsent(object, new ObjectContents(object, dump.nameOf(object), slots, length));
    }

    @Override
    public void classDump(ClassRecord record) {
        int object = wanted.get(record.id());
        if (object == LongIndex.ABSENT) {
            return;
        }
        var slots = new ArrayList<Slot>();
        for (var field : record.statics()) {
            slots.add(slot(dump.parts().names().text(field.name()), field.kind(), field.value()));
        }
        put(object, slots, HeapDump.NONE);
    }

    @Override
    public void instance(long id, long classId, DumpInput fields, int bytes) throws IOException {
        int object = wanted.get(id);
        if (object == LongIndex.ABSENT) {
            return;
        }
        var levels = new ArrayList<List<Slot>>();
        int left = bytes;
        for (int level : dump.parts().table().chain(dump.parts().table().number(classId))) {
            var slots = new ArrayList<Slot>();
            for (var field : dump.parts().table().record(level).orElseThrow().fields()) {
                int size = DumpValues.bytes(field.kind(), fields.identifierBytes());
                if (size > left) {
                    break; // an instance shorter than its fields
                }
                left -= size;
                slots.add(slot(
                        dump.parts().names().text(field.name()), field.kind(), DumpValues.read(fields, field.kind())));
            }
            levels.add(slots);
        }
        put(object, levels.reversed().stream().flatMap(List::stream).toList(), HeapDump.NONE);
    }

    @Override
    public void objectArray(long id, long classId, int length, DumpInput contents) throws IOException {
        array(id, FieldKind.REF, length, contents);
    }

    @Override
    public void primitiveArray(long id, FieldKind element, int length, DumpInput contents) throws IOException {
        array(id, element, length, contents);
    }

    private void array(long id, FieldKind element, int length, DumpInput contents) throws IOException {
        int object = wanted.get(id);
        if (object == LongIndex.ABSENT) {
            return;
        }
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < Math.min(length, elements); i++) {
            slots.add(slot("[" + i + "]", element, DumpValues.read(contents, element)));
        }
        put(object, slots, length);
    }

    private Slot slot(String name, FieldKind kind, long value) {
        int target = kind == FieldKind.REF && value != 0 ? dump.objectAt(value).orElse(HeapDump.NONE) : HeapDump.NONE;
        return new Slot(name, kind, value, target);
    }
}
