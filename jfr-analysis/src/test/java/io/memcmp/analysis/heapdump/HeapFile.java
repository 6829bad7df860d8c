package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.Hprof.Format;
import io.memcmp.analysis.heapdump.Hprof.Links;
import io.memcmp.analysis.heapdump.Hprof.Named;
import io.memcmp.analysis.heapdump.Thing.Instance;
import io.memcmp.analysis.heapdump.Thing.Missing;
import io.memcmp.analysis.heapdump.Thing.Numbers;
import io.memcmp.analysis.heapdump.Thing.References;
import io.memcmp.analysis.heapdump.Thing.Type;
import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes a made-up heap as a dump. */
final class HeapFile {
    private final Heap heap;
    private final Hprof out;
    private final Map<String, Long> names = new HashMap<>();
    private final List<Record> records = new ArrayList<>();

    /**
     * In which order and form.
     *
     * @param format of the file
     * @param shuffled 0 for the order in which HotSpot writes, else the seed of another
     * @param segment records of the heap in one segment
     */
    record Style(Format format, long shuffled, int segment) {
        static final Style USUAL = new Style(Format.USUAL, 0, Integer.MAX_VALUE);
    }

    /** Writes itself. */
    private interface Record {
        void write() throws IOException;
    }

    private HeapFile(Heap heap, Hprof out) {
        this.heap = heap;
        this.out = out;
    }

    static void write(Heap heap, Style style, OutputStream to) throws IOException {
        try (var out = new Hprof(to, style.format())) {
            new HeapFile(heap, out).write(style);
        }
    }

    private void write(Style style) throws IOException {
        var before = new ArrayList<Record>();
        before.add(out::trace);
        heap.types().forEach(type -> {
            records.add(() -> type(type));
            long name = name(type.name());
            int serial = before.size();
            before.add(() -> out.loadClass(serial, type.address(), name));
            type.fields().forEach(field -> name(field.name()));
            type.statics().forEach(field -> name(field.name()));
        });
        heap.things().forEach(thing -> records.add(() -> object(thing)));
        heap.roots()
                .forEach(root -> records.add(() -> out.root(root.kind(), root.thing().address())));
        names.forEach((text, id) -> before.addFirst(() -> out.text(id, text)));
        var all = new ArrayList<>(before);
        if (style.shuffled() == 0) {
            all.addAll(records);
        } else {
            var random = new Random(style.shuffled());
            Collections.shuffle(records, random);
            Collections.shuffle(all, random);
            mix(all, random);
        }
        int written = 0;
        for (var record : all) {
            record.write();
            if (++written % style.segment() == 0) {
                out.flush();
            }
        }
    }

    /** Records of the heap gather in a segment, whatever comes between; so the texts come before, between and after. */
    private void mix(List<Record> all, Random random) {
        int parts = 1 + random.nextInt(5);
        var rest = List.copyOf(records);
        for (int i = 0; i < parts; i++) {
            int place = random.nextInt(all.size() + 1);
            all.addAll(place, rest.subList(i * rest.size() / parts, (i + 1) * rest.size() / parts));
            all.add(place, out::flush);
        }
    }

    private long name(String text) {
        return names.computeIfAbsent(text, any -> names.size() + 1L);
    }

    private void type(Type type) throws IOException {
        var links = new Links(
                type.superclass().map(Thing::address).orElse(0L),
                type.loader().address(),
                type.signers().address(),
                type.domain().address());
        var slots = type.slots().iterator();
        var statics = type.statics().stream()
                .map(field -> new Named(
                        name(field.name()),
                        field.kind(),
                        field.kind() == FieldKind.REF ? slots.next().address() : 0x4142434445464748L))
                .toList();
        var fields = type.fields().stream()
                .map(field -> new Named(name(field.name()), field.kind(), 0))
                .toList();
        out.type(type.address(), links, statics, fields);
    }

    private void object(Thing thing) throws IOException {
        switch (thing) {
            case Type _, Missing _ -> {}
            case Instance instance -> out.instance(instance.address(), instance.type().address(), fields(instance));
            case References array ->
                out.references(
                        array.address(),
                        array.type().address(),
                        array.slots().stream().mapToLong(Thing::address).toArray());
            case Numbers numbers -> out.numbers(numbers.address(), numbers.kind(), numbers.length(), 0x61);
        }
    }

    /** The fields of a class come before those of its superclass. */
    private Bytes fields(Instance instance) {
        var bytes = out.bytes();
        int end = instance.slots().size();
        for (var type : instance.type().lineage().reversed()) {
            int slot = end - Type.references(type.fields());
            end = slot;
            for (var field : type.fields()) {
                if (field.kind() == FieldKind.REF) {
                    bytes.raw(out.bytes().id(instance.slots().get(slot++).address()));
                } else {
                    out.value(bytes, field.kind(), 0x5152535455565758L);
                }
            }
        }
        return bytes;
    }
}
