package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.HeapFile.Style;
import io.memcmp.analysis.heapdump.Hprof.Field;
import io.memcmp.analysis.heapdump.Hprof.Format;
import io.memcmp.analysis.heapdump.Hprof.RootKind;
import io.memcmp.analysis.heapdump.Thing.Instance;
import io.memcmp.analysis.heapdump.Thing.Missing;
import io.memcmp.analysis.heapdump.Thing.Type;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.LayoutMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Heaps, each made from a number alone. */
final class RandomHeap {
    private static final FieldKind[] KINDS = FieldKind.values();
    static final List<LayoutMode> MODES = List.of(
            new LayoutMode(true, true, false, 8),
            new LayoutMode(false, true, false, 8),
            new LayoutMode(true, false, false, 8),
            new LayoutMode(false, false, false, 8),
            new LayoutMode(true, true, false, 16),
            new LayoutMode(true, true, true, 8),
            new LayoutMode(false, true, true, 8));

    private final SplittableRandom random;
    private final Heap heap = new Heap();
    private final List<Thing> nodes = new ArrayList<>();
    private final List<Type> plain = new ArrayList<>();
    private final List<Type> references = new ArrayList<>();
    private final Shape shape;

    /** How the objects hang together. */
    private enum Shape {
        DENSE,
        SPARSE,
        DEEP,
        CYCLES,
        TREE,
        LADDER,
        NEAR,
        PARALLEL
    }

    /** A heap, how it is written, and what its virtual machine was. */
    record Case(long seed, Heap heap, Style style, LayoutMode mode, Heap.Placing placing) {
        @Override
        public String toString() {
            return "seed " + seed + ", " + style + ", " + placing;
        }
    }

    private RandomHeap(long seed) {
        random = new SplittableRandom(seed);
        shape = one(Shape.values());
    }

    static Case of(long seed) {
        return new RandomHeap(seed).make(seed);
    }

    private Case make(long seed) {
        types();
        int count = 1 + random.nextInt(random.nextInt(8) == 0 ? 120 : 40);
        for (int i = 0; i < count; i++) {
            nodes.add(node());
        }
        heap.types().filter(type -> type.name().startsWith("custom")).forEach(nodes::add);
        for (int i = 0; i < nodes.size(); i++) {
            fill(i);
        }
        int roots = random.nextInt(5);
        for (int i = 0; i < roots; i++) {
            heap.root(one(RootKind.values()), random.nextInt(3) == 0 ? any() : nodes.get(i % nodes.size()));
        }
        var mode = MODES.get(random.nextInt(MODES.size()));
        var format = one(
                Format.USUAL,
                Format.USUAL,
                Format.OLD,
                new Format("1.0.2", 8, true, false),
                new Format("1.0.2", 8, false, true));
        int idBytes = random.nextInt(5) == 0 ? 4 : 8;
        var placing = idBytes == 4 ? Heap.Placing.PACKED : one(Heap.Placing.values());
        long base = idBytes == 4 ? 0x1000_0000L : 0x7_0000_0000L + 16L * random.nextInt(1000);
        heap.place(placing, mode, base, random.nextLong());
        long shuffled = random.nextBoolean() ? 0 : 1 + random.nextInt(1000);
        int segment = format.segments() ? one(Integer.MAX_VALUE, 1, 3, 20) : Integer.MAX_VALUE;
        return new Case(seed, heap, new Style(format.ofIds(idBytes), shuffled, segment), mode, placing);
    }

    private void types() {
        plain.add(heap.type("app/Leaf", heap.object(), new Field("a", FieldKind.INT)));
        var one = heap.type("app/One", heap.object(), mixed("next", FieldKind.BYTE));
        plain.add(one);
        plain.add(heap.type("app/Two", one, mixed("other", FieldKind.LONG)));
        plain.add(heap.type("app/Four", one, Heap.refs("a", "b", "c").toArray(Field[]::new)));
        // Named like the field that does not count, and declared elsewhere: these do.
        plain.add(heap.type("app/NoReference", heap.object(), mixed("referent", FieldKind.CHAR)));
        for (var kind : List.of("Weak", "Soft", "Phantom", "Final")) {
            references.add(heap.known("java/lang/ref/" + kind + "Reference"));
        }
        var weak = references.getFirst();
        references.add(heap.type("app/Key", weak, Heap.refs("referent", "value").toArray(Field[]::new)));
        int loaders = random.nextInt(4);
        var custom = heap.type("app/Loader", heap.loaderType());
        for (int i = 0; i < loaders; i++) {
            var loader = heap.instance(custom);
            nodes.add(loader);
            var parent = plain.getFirst().superclass().orElseThrow();
            for (int j = random.nextInt(4); j >= 0; j--) {
                parent = customType("custom/T" + i + "$" + j, parent, loader);
            }
        }
        if (random.nextInt(3) == 0) {
            customType("custom/Lambda$$+0x00000008000c1", heap.object(), heap.appLoader());
        }
    }

    private static Field[] mixed(String name, FieldKind kind) {
        return new Field[] {new Field("x" + kind, kind), new Field(name, FieldKind.REF), new Field("y", kind)};
    }

    private Type customType(String name, Type superclass, Thing loader) {
        var fields = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Field("f" + i, random.nextBoolean() ? FieldKind.REF : one(KINDS)))
                .toList();
        var statics = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Field("s" + i, random.nextBoolean() ? FieldKind.REF : one(KINDS)))
                .toList();
        var type = new Type(name, Optional.of(superclass), fields, statics);
        var domain = random.nextInt(4) == 0 ? heap.array() : Thing.NULL;
        var signers = random.nextInt(8) == 0 ? heap.array(loader) : Thing.NULL;
        plain.add(type);
        return heap.add(type).by(loader, signers, domain);
    }

    private Thing node() {
        return switch (random.nextInt(12)) {
            case 0 -> heap.numbers(KINDS[random.nextInt(8)], random.nextInt(20));
            case 1, 2, 3 -> {
                var elements = new Thing[1 + random.nextInt(shape == Shape.DENSE ? 20 : 5)];
                Arrays.fill(elements, Thing.NULL);
                yield heap.array(elements);
            }
            case 4, 5 -> heap.instance(references.get(random.nextInt(references.size())));
            default -> heap.instance(plain.get(random.nextInt(plain.size())));
        };
    }

    private void fill(int at) {
        var thing = nodes.get(at);
        for (int slot = 0; slot < thing.slots().size(); slot++) {
            int chance = random.nextInt(100);
            if (chance < 4) {
                thing.refers(slot, new Missing(0x123_4568L));
            } else if (chance < 8) {
                thing.refers(slot, any());
            } else if (chance < (shape == Shape.SPARSE ? 35 : 90)) {
                int target = target(at, slot);
                thing.refers(slot, target < 0 || target >= nodes.size() ? Thing.NULL : nodes.get(target));
            }
        }
        if (thing instanceof Instance loader && loader.type().is("java/lang/ClassLoader") && random.nextInt(3) > 0) {
            var own = heap.types().filter(type -> type.loader() == loader).toArray(Thing[]::new);
            loader.refers(1, heap.array(own));
        }
    }

    private int target(int at, int slot) {
        int size = nodes.size();
        return switch (shape) {
            case DENSE, SPARSE -> random.nextInt(size);
            case DEEP -> slot == 0 ? at + 1 : at + 1 - random.nextInt(3);
            case CYCLES -> slot == 0 ? (at + 1) % size : (at + random.nextInt(size)) % size;
            case TREE -> 2 * at + 1 + slot;
            case LADDER -> at + 1 + slot % 2;
            case NEAR -> at - 3 + random.nextInt(7);
            case PARALLEL -> random.nextBoolean() ? (at + 1) % size : at;
        };
    }

    private Thing any() {
        return heap.things().get(random.nextInt(heap.things().size()));
    }

    @SafeVarargs
    private <T> T one(T... list) {
        return list[random.nextInt(list.length)];
    }
}
