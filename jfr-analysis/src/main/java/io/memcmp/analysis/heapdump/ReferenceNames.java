package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds by which field or element each object of a path refers to the next. */
final class ReferenceNames implements RecordVisitor {
    private final HeapDump dump;
    private final Roots roots;
    private final LongIndex steps = new LongIndex();
    private final Map<Long, Long> next = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();

    ReferenceNames(HeapDump dump, Roots roots) {
        this.dump = dump;
        this.roots = roots;
    }

    List<PathStep> of(List<Integer> path) throws IOException {
        if (path.isEmpty()) {
            return List.of();
        }
        for (int i = 0; i + 1 < path.size(); i++) {
            long id = dump.addressOf(path.get(i));
            steps.put(id, i);
            next.put(id, dump.addressOf(path.get(i + 1)));
        }
        dump.scan(this, path.subList(0, path.size() - 1));
        var named = new ArrayList<PathStep>();
        named.add(new PathStep(path.getFirst(), dump.nameOf(path.getFirst()), roots.kind(path.getFirst())));
        for (int i = 1; i < path.size(); i++) {
            int object = path.get(i);
            var name = names.getOrDefault(dump.addressOf(path.get(i - 1)), "its class");
            named.add(new PathStep(object, dump.nameOf(object), name));
        }
        return named;
    }

    private boolean isStep(long id) {
        return steps.get(id) != LongIndex.ABSENT;
    }

    private void look(long id, long target, String name) {
        if (target == next.getOrDefault(id, 0L)) {
            names.putIfAbsent(id, name);
        }
    }

    @Override
    public void classDump(ClassRecord record) {
        if (!isStep(record.id())) {
            return;
        }
        for (var field : record.statics()) {
            if (field.kind() == FieldKind.REF) {
                var name = dump.parts().names().text(field.name());
                look(record.id(), field.value(), name.startsWith("<") ? name : "static " + name);
            }
        }
        look(record.id(), record.superclass(), "its superclass");
        look(record.id(), record.loader(), "its class loader");
        look(record.id(), record.signers(), "its signers");
        look(record.id(), record.protectionDomain(), "its protection domain");
    }

    @Override
    public void instance(long id, long classId, DumpInput fields, int bytes) {
        if (!isStep(id)) {
            return;
        }
        var table = dump.parts().table();
        int at = 0;
        for (int level : table.chain(table.number(classId))) {
            for (var field : table.record(level).orElseThrow().fields()) {
                int size = DumpValues.bytes(field.kind(), fields.identifierBytes());
                if (field.kind() == FieldKind.REF && at + size <= bytes) {
                    look(
                            id,
                            fields.identifierAhead(at),
                            "." + dump.parts().names().text(field.name()));
                }
                at += size;
            }
        }
    }

    @Override
    public void objectArray(long id, long classId, int length, DumpInput elements) throws IOException {
        if (!isStep(id)) {
            return;
        }
        for (int i = 0; i < length; i++) {
            if (elements.identifier() == next.getOrDefault(id, 0L)) {
                names.putIfAbsent(id, "[" + i + "]");
                return;
            }
        }
    }
}
