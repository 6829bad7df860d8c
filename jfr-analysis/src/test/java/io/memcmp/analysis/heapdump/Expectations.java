package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.analysis.heapdump.Thing.ClassThing;
import io.memcmp.analysis.heapdump.Thing.Instance;
import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Holds all that a dump answers against brute force. */
final class Expectations {
    private final Heap heap;
    private final HeapDump dump;
    private final BruteForce truth;
    /** From the number of the heap to that of the dump. */
    private final int[] objects;

    private final long[] sizes;

    private Expectations(Heap heap, HeapDump dump, References counting) {
        this.heap = heap;
        this.dump = dump;
        this.truth = new BruteForce(heap, counting);
        this.objects = heap.things().stream()
                .mapToInt(thing -> dump.objectAt(thing.address())
                        .orElseThrow(() -> new AssertionError("no object at " + thing.address())))
                .toArray();
        this.sizes = Arrays.stream(objects).mapToLong(dump::sizeOf).toArray();
    }

    /** Compares everything; an error says what differs and of which object. */
    static void check(Heap heap, HeapDump dump, References counting) throws IOException {
        var expectations = new Expectations(heap, dump, counting);
        expectations.objects();
        expectations.retained();
        expectations.totals();
        expectations.classes();
        expectations.children();
        expectations.paths();
    }

    private void objects() {
        assertEquals(heap.things().size(), dump.objects(), "objects");
        var order = Arrays.stream(objects).boxed().sorted().map(dump::addressOf).toList();
        assertEquals(order.stream().sorted(Long::compareUnsigned).toList(), order, "in the order of addresses");
        for (int i = 0; i < objects.length; i++) {
            var thing = truth.thing(i);
            assertEquals(thing.address(), dump.addressOf(objects[i]));
            var type = thing instanceof ClassThing of ? "class " + of.sourceName() : thing.name();
            assertEquals(type, dump.nameOf(objects[i]));
            assertEquals(length(thing), dump.lengthOf(objects[i]), type);
            assertEquals(truth.reachability(i), dump.reachabilityOf(objects[i]), () -> "reachability of " + type);
        }
    }

    private static int length(Thing thing) {
        return switch (thing) {
            case Thing.References array -> array.slots().size();
            case Thing.Numbers numbers -> numbers.length();
            case ClassThing _, Instance _, Thing.Missing _ -> -1;
        };
    }

    private void retained() {
        for (int i = 0; i < objects.length; i++) {
            int dominator = truth.dominator(i);
            int expected = dominator < 0 ? HeapDump.NONE : objects[dominator];
            var name = truth.thing(i).name() + " at "
                    + Long.toHexString(truth.thing(i).address());
            assertEquals(expected, dump.dominatorOf(objects[i]), () -> "dominator of " + name);
            assertEquals(bytes(truth.kept(i)), dump.retainedBy(objects[i]), () -> "retained by " + name);
        }
    }

    private long bytes(BitSet set) {
        return set.stream().mapToLong(i -> sizes[i]).sum();
    }

    private void totals() {
        Map<Reachability, Amount> totals = new EnumMap<>(Reachability.class);
        for (int i = 0; i < objects.length; i++) {
            totals.merge(truth.reachability(i), new Amount(1, sizes[i]), Amount::plus);
        }
        for (var how : Reachability.values()) {
            assertEquals(totals.getOrDefault(how, Amount.NONE), dump.total(how), how::toString);
        }
    }

    private void classes() throws IOException {
        // What each class dominates is worked out beside that.
        assertEquals(dump.total(Reachability.STRONG).bytes(), dump.outline().retained());
        var dominated = dump.dominatedByClass();
        var dominating = dump.dominatingInstances();
        for (var type : dump.classes()) {
            var instances = new BitSet();
            Map<Reachability, Amount> amounts = new EnumMap<>(Reachability.class);
            for (int i = 0; i < objects.length; i++) {
                if (dump.classOf(objects[i]) == type.index()) {
                    instances.set(i);
                    amounts.merge(truth.reachability(i), new Amount(1, sizes[i]), Amount::plus);
                }
            }
            for (var how : Reachability.values()) {
                assertEquals(amounts.getOrDefault(how, Amount.NONE), type.amount(how), () -> type.name() + ", " + how);
            }
            assertEquals(amounts.values().stream().reduce(Amount.NONE, Amount::plus), type.all(), type::name);
            long retained = bytes(truth.without(instances));
            assertEquals(retained, dump.retainedByClass(List.of(type.index())), () -> "by class " + type.name());
            var tops = instances.stream()
                    .filter(i -> !truth.kept(i).isEmpty())
                    .filter(i -> instances.stream()
                            .noneMatch(other -> other != i && truth.kept(other).get(i)))
                    .toArray();
            assertEquals(tops.length, dominating[type.index()], () -> "dominating instances of " + type.name());
            long sum = Arrays.stream(tops).mapToLong(i -> bytes(truth.kept(i))).sum();
            assertEquals(sum, dominated[type.index()], () -> "dominated by " + type.name());
        }
        int some = dump.classOf(objects[objects.length - 1]);
        int other = dump.classOf(objects[objects.length / 2]);
        var both = new BitSet();
        IntStream.range(0, objects.length)
                .filter(i -> List.of(some, other).contains(dump.classOf(objects[i])))
                .forEach(both::set);
        assertEquals(bytes(truth.without(both)), dump.retainedByClass(List.of(some, other)), "by two classes");
    }

    private void children() {
        for (int i = -1; i < objects.length; i++) {
            int dominator = i < 0 ? HeapDump.NONE : objects[i];
            int parent = i;
            var expected = IntStream.range(0, objects.length)
                    .filter(child -> !truth.kept(child).isEmpty() && truth.dominator(child) == parent)
                    .mapToObj(child -> bytes(truth.kept(child)))
                    .sorted((a, b) -> Long.compare(b, a))
                    .toList();
            var children = dump.dominatedBy(dominator, Integer.MAX_VALUE);
            assertEquals(
                    expected, Arrays.stream(children).mapToObj(dump::retainedBy).toList());
            for (int child : children) {
                assertEquals(dominator, dump.dominatorOf(child));
            }
            var two = dump.dominatedBy(dominator, 2);
            assertEquals(
                    expected.stream().limit(2).toList(),
                    Arrays.stream(two).mapToObj(dump::retainedBy).toList());
        }
    }

    private void paths() throws IOException {
        var distances = truth.distances();
        var numbers = new HashMap<Integer, Integer>();
        for (int i = 0; i < objects.length; i++) {
            numbers.put(objects[i], i);
        }
        for (int i = 0; i < objects.length; i += 1 + objects.length / 20) {
            var path = dump.pathTo(objects[i]);
            assertEquals(distances[i] + 1, path.size(), "length of a path");
            for (int step = 0; step < path.size(); step++) {
                var at = path.get(step);
                assertEquals(dump.nameOf(at.object()), at.className());
                assertTrue(!at.reference().isBlank(), "every step says how");
                int to = Objects.requireNonNull(numbers.get(at.object()));
                if (step == 0) {
                    assertTrue(truth.isRoot(to), "a path begins with a root");
                } else {
                    int from = Objects.requireNonNull(
                            numbers.get(path.get(step - 1).object()));
                    assertTrue(truth.refers(from, to), () -> path + " is no path");
                    named(truth.thing(from), at.reference(), truth.thing(to));
                }
            }
            assertTrue(path.isEmpty() || path.getLast().object() == objects[i], "a path ends at the object");
        }
    }

    /** Where a step names a field or an element, that is what refers there. */
    private static void named(Thing from, String reference, Thing to) {
        var names = new HashSet<String>();
        var slots = from.slots().iterator();
        switch (from) {
            case Instance instance ->
                instance.type().lineage().stream()
                        .flatMap(type -> type.fields().stream())
                        .filter(field -> field.kind() == FieldKind.REF)
                        .filter(_ -> slots.next() == to)
                        .forEach(field -> names.add("." + field.name()));
            case ClassThing type ->
                type.statics().stream()
                        .filter(field -> field.kind() == FieldKind.REF)
                        .filter(_ -> slots.next() == to)
                        .forEach(field -> names.add("static " + field.name()));
            case Thing.References array ->
                IntStream.range(0, array.slots().size())
                        .filter(_ -> slots.next() == to)
                        .forEach(i -> names.add("[" + i + "]"));
            case Thing.Numbers _, Thing.Missing _ -> {}
        }
        boolean slot = reference.startsWith(".") || reference.startsWith("[") || reference.startsWith("static ");
        assertTrue(names.contains(reference) || !slot, () -> reference + " is none of " + names);
        assertTrue(!names.isEmpty() || !slot, () -> reference + " leads elsewhere");
    }
}
