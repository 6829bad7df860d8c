package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Looks at a dump three times: for strings, boxes, collections and arrays that may be equal; for which arrays are, and how
 * full those of collections are; for which strings are.
 */
final class WasteScan implements AutoCloseable {
    private final HeapDump dump;
    private final ClassTable classes;
    private final List<Role> roles = new ArrayList<>();
    private final Repeats repeats;
    private final ArrayHash hash = new ArrayHash();
    private final ContentTable contents = new ContentTable();
    private final CollectionTable collections = new CollectionTable();
    private final Map<Integer, Boxes> boxes = new HashMap<>();

    /**
     * For each object one more than its number, where it has one: of a collection, and its array, among the collections; of
     * an array of primitives, with a minus before it, among the contents.
     */
    private final Ints labels;

    private final BitSet texts = new BitSet();
    private final BitSet sharedTexts = new BitSet();
    private final CollectionTable sets = new CollectionTable();

    WasteScan(HeapDump dump) {
        this.dump = dump;
        classes = dump.parts().table();
        long arrays = dump.classes().stream()
                .filter(type -> type.form() instanceof DumpClass.Form.Array(var element) && element != FieldKind.REF)
                .mapToLong(type -> type.all().instances())
                .sum();
        repeats = new Repeats(arrays);
        labels = dump.table();
    }

    /** The boxes of one class. */
    static final class Boxes {
        private final ValueSet values = new ValueSet();
        private long instances;
        private long bytes;

        private void add(long value, long size) {
            values.add(value);
            instances++;
            bytes += size;
        }

        Waste.Boxed total(String className) {
            return new Waste.Boxed(className, instances, bytes, values.size());
        }
    }

    /** Looks. */
    TextTable run() throws IOException {
        dump.scan(new First());
        assign();
        dump.scan(new Second());
        var strings = new TextTable(contents.size());
        dump.scan(new Third(strings));
        return strings;
    }

    ContentTable contents() {
        return contents;
    }

    CollectionTable collections() {
        return collections;
    }

    String className(int number) {
        return classes.name(number);
    }

    /** Boxes by the number of their class. */
    Map<Integer, Boxes> boxes() {
        return boxes;
    }

    private Role role(long classId) {
        int number = classes.number(classId);
        while (roles.size() <= number) {
            roles.add(Role.of(classes, roles.size()));
        }
        return roles.get(number);
    }

    /** The object, if it counts: what is garbage already wastes nothing that a program could do without. */
    private int counted(long id) {
        int object = dump.parts().index().numberOf(id);
        return object < 0 || dump.reachabilityOf(object) == Reachability.UNREACHABLE ? HeapDump.NONE : object;
    }

    /** The object that a field refers to; {@link HeapDump#NONE} where none. */
    private int reference(DumpInput in, int bytes, OptionalInt place) throws IOException {
        if (place.isEmpty()) {
            return HeapDump.NONE;
        }
        long id = Role.read(in, bytes, place.getAsInt(), FieldKind.REF).orElse(0L);
        if (id == 0) {
            return HeapDump.NONE;
        }
        int object = dump.parts().index().numberOf(id);
        return object < 0 ? CollectionTable.MISSING : object;
    }

    /** One time that the dump is looked at: the first record of an object counts, whatever the others are. */
    private abstract class Look implements RecordVisitor {
        private final Seen seen = new Seen(dump.parts().repeated() ? dump.objects() : 0);

        @Override
        public final void classDump(ClassRecord record) {
            isFirst(record.id());
        }

        @Override
        public final void instance(long id, long classId, DumpInput fields, int bytes) throws IOException {
            if (isFirst(id)) {
                instanceOf(role(classId), id, classId, fields, bytes);
            }
        }

        void instanceOf(Role role, long id, long classId, DumpInput fields, int bytes) throws IOException {}

        @Override
        public final void objectArray(long id, long classId, int length, DumpInput elements) throws IOException {
            if (isFirst(id)) {
                references(id, length, elements);
            }
        }

        void references(long id, int length, DumpInput elements) throws IOException {}

        @Override
        public final void primitiveArray(long id, FieldKind element, int length, DumpInput elements)
                throws IOException {
            if (isFirst(id)) {
                numbers(id, element, length, elements);
            }
        }

        void numbers(long id, FieldKind element, int length, DumpInput elements) throws IOException {}

        private boolean isFirst(long id) {
            return !dump.parts().repeated() || seen.isNew(dump.parts().index().numberOf(id));
        }
    }

    private final class First extends Look {
        @Override
        void instanceOf(Role role, long id, long classId, DumpInput fields, int bytes) throws IOException {
            if (role instanceof Role.None) {
                return;
            }
            int object = counted(id);
            if (object == HeapDump.NONE) {
                return;
            }
            switch (role) {
                case Role.None _ -> {}
                case Role.Text text -> text(reference(fields, bytes, OptionalInt.of(text.value())));
                case Role.Box(int place, var kind) ->
                    Role.read(fields, bytes, place, kind)
                            .ifPresent(value -> boxes.computeIfAbsent(classes.find(classId), _ -> new Boxes())
                                    .add(value, dump.sizeOf(object)));
                case Role.Collection collection -> collection(object, collection, fields, bytes);
            }
        }

        private void text(int array) {
            if (array >= 0) {
                (texts.get(array) ? sharedTexts : texts).set(array);
            }
        }

        private void collection(int object, Role.Collection role, DumpInput fields, int bytes) throws IOException {
            int content = reference(fields, bytes, role.content());
            if (role.kind().isSet()) {
                sets.add(object, role.kind(), content, CollectionTable.UNKNOWN);
                return;
            }
            int entries = CollectionTable.UNKNOWN;
            if (role.size().isPresent()) {
                long counted = Role.read(fields, bytes, role.size().getAsInt(), FieldKind.INT)
                        .orElse((long) CollectionTable.UNKNOWN);
                entries = (int) Math.max(CollectionTable.UNKNOWN, counted);
            }
            if (labels.get(object) == 0) {
                labels.set(object, collections.add(object, role.kind(), content, entries) + 1);
            }
        }

        @Override
        void numbers(long id, FieldKind element, int length, DumpInput elements) throws IOException {
            if (counted(id) != HeapDump.NONE) {
                hash.readQuickly(element, length, elements);
                repeats.see(hash.quick());
            }
        }
    }

    /** Maps go to their sets, arrays to their collections. An empty array may be of many, and holds nothing for any. */
    private void assign() {
        for (int set = 0; set < sets.size(); set++) {
            int map = sets.content(set);
            if (map >= 0 && labels.get(map) > 0) {
                collections.belongs(labels.get(map) - 1, sets.object(set));
            }
        }
        for (int number = 0; number < collections.size(); number++) {
            int array = collections.content(number);
            if (array < 0) {
                continue;
            }
            if (labels.get(array) == 0 && dump.lengthOf(array) > 0) {
                labels.set(array, number + 1);
            } else {
                collections.share(number);
            }
        }
    }

    private final class Second extends Look {
        @Override
        void references(long id, int length, DumpInput elements) throws IOException {
            int object = dump.parts().index().numberOf(id);
            int number = object < 0 ? -1 : labels.get(object) - 1;
            if (number >= 0 && collections.content(number) == object) {
                collections.fill(number, filled(length, elements));
            }
        }

        private int filled(int length, DumpInput elements) throws IOException {
            int word = elements.identifierBytes();
            int filled = 0;
            for (int rest = length; rest > 0; ) {
                int piece = Math.min(rest, DumpInput.WINDOW / word);
                elements.require(piece * word);
                for (int i = 0; i < piece; i++) {
                    filled += elements.identifierAhead(i * word) == 0 ? 0 : 1;
                }
                elements.seek(elements.position() + (long) piece * word);
                rest -= piece;
            }
            return filled;
        }

        @Override
        void numbers(long id, FieldKind element, int length, DumpInput elements) throws IOException {
            int object = counted(id);
            if (object == HeapDump.NONE || labels.get(object) != 0) {
                return;
            }
            long start = elements.position();
            hash.readQuickly(element, length, elements);
            if (repeats.mayRepeat(hash.quick()) || sharedTexts.get(object)) {
                elements.seek(start);
                hash.read(element, length, elements);
                labels.set(object, -1 - contents.add(hash, object));
            }
        }
    }

    private final class Third extends Look {
        private final TextTable strings;

        Third(TextTable strings) {
            this.strings = strings;
        }

        @Override
        void instanceOf(Role role, long id, long classId, DumpInput fields, int bytes) throws IOException {
            if (!(role instanceof Role.Text(int value, var coder))) {
                return;
            }
            int object = counted(id);
            int array = reference(fields, bytes, OptionalInt.of(value));
            if (object == HeapDump.NONE || array < 0 || labels.get(array) >= 0) {
                return;
            }
            boolean wide = coder.isPresent()
                    && Role.read(fields, bytes, coder.getAsInt(), FieldKind.BYTE)
                                    .orElse(0L)
                            != 0;
            strings.add(-1 - labels.get(array), wide, object, texts.get(array));
            texts.clear(array); // it has been counted with the first of its strings
        }
    }

    @Override
    public void close() {
        dump.giveBack(labels);
    }
}
