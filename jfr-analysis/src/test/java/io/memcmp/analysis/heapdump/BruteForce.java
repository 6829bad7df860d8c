package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.analysis.heapdump.Thing.Instance;
import io.memcmp.analysis.heapdump.Thing.Missing;
import io.memcmp.analysis.heapdump.Thing.Numbers;
import io.memcmp.analysis.heapdump.Thing.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a heap's objects retain, by the meaning of the word: all that is reachable, less what is without the object. It
 * knows what keeps an object alive from the definition in docs/metrics.md, and nothing of dominators but theirs.
 */
final class BruteForce {
    /** Class loaders that live as long as the virtual machine. */
    private static final Set<String> LASTING = Set.of(
            "jdk.internal.loader.ClassLoaders$AppClassLoader",
            "jdk.internal.loader.ClassLoaders$PlatformClassLoader",
            "sun.misc.Launcher$AppClassLoader",
            "sun.misc.Launcher$ExtClassLoader");

    private final List<Thing> things;
    private final Map<Thing, Integer> numbers = new IdentityHashMap<>();
    private final Map<String, Type> types = new HashMap<>();
    private final BitSet roots = new BitSet();
    private final List<int[]> targets = new ArrayList<>();
    private final List<int[]> weak = new ArrayList<>();
    private final References counting;
    private final BitSet reachable;
    /** For each object, those that cannot be reached without it. */
    private final List<BitSet> kept = new ArrayList<>();

    BruteForce(Heap heap, References counting) {
        this.things = heap.things();
        this.counting = counting;
        things.forEach(thing -> numbers.put(thing, numbers.size()));
        heap.types().forEach(type -> types.put(type.name(), type));
        heap.types().filter(BruteForce::lasts).forEach(type -> roots.set(number(type)));
        heap.roots().stream()
                .filter(root -> !(root.thing() instanceof Missing))
                .forEach(root -> roots.set(number(root.thing())));
        for (var thing : things) {
            var strongly = new ArrayList<Thing>();
            var weakly = new ArrayList<Thing>();
            edges(thing, strongly, weakly);
            targets.add(existing(strongly));
            weak.add(existing(weakly));
        }
        reachable = reach(new BitSet(), counting == References.ALL);
        for (int i = 0; i < things.size(); i++) {
            kept.add(without(single(i)));
        }
    }

    private static BitSet single(int bit) {
        var set = new BitSet();
        set.set(bit);
        return set;
    }

    /** Whether the virtual machine never unloads a class. */
    private static boolean lasts(Type type) {
        boolean hidden = type.name().indexOf('+') >= 0;
        return !hidden && (type.loader() == Thing.NULL || LASTING.contains(type.loader().name()));
    }

    private void edges(Thing thing, List<Thing> strongly, List<Thing> weakly) {
        switch (thing) {
            case Type type -> {
                strongly.addAll(type.slots());
                type.superclass().ifPresent(strongly::add);
                strongly.addAll(List.of(type.loader(), type.signers(), type.domain()));
            }
            case Instance instance -> {
                int referent = referent(instance);
                for (int slot = 0; slot < instance.slots().size(); slot++) {
                    (slot == referent ? weakly : strongly).add(instance.slots().get(slot));
                }
                strongly.add(instance.type());
            }
            case Thing.References array -> {
                strongly.addAll(array.slots());
                strongly.add(array.type());
            }
            case Numbers _, Missing _ -> {}
        }
    }

    /** The slot that a reference object refers to without keeping it; −1 where there is none. */
    static int referent(Instance instance) {
        int slot = 0;
        for (var type : instance.type().lineage()) {
            if (type.name().equals("java/lang/ref/Reference")) {
                return slot; // its first field
            }
            slot += Type.references(type.fields());
        }
        return -1;
    }

    private int[] existing(List<Thing> to) {
        return to.stream()
                .filter(thing -> !(thing instanceof Missing))
                .mapToInt(this::number)
                .toArray();
    }

    int number(Thing thing) {
        return Objects.requireNonNull(numbers.get(thing));
    }

    Thing thing(int number) {
        return things.get(number);
    }

    private BitSet reach(BitSet removed, boolean all) {
        var found = new BitSet();
        var queue = new int[things.size()];
        int end = 0;
        for (int root = roots.nextSetBit(0); root >= 0; root = roots.nextSetBit(root + 1)) {
            if (!removed.get(root)) {
                found.set(root);
                queue[end++] = root;
            }
        }
        for (int next = 0; next < end; next++) {
            for (int target : targets(queue[next], all)) {
                if (!found.get(target) && !removed.get(target)) {
                    found.set(target);
                    queue[end++] = target;
                }
            }
        }
        return found;
    }

    private int[] targets(int from, boolean all) {
        var strongly = targets.get(from);
        var weakly = weak.get(from);
        if (!all || weakly.length == 0) {
            return strongly;
        }
        var both = Arrays.copyOf(strongly, strongly.length + weakly.length);
        System.arraycopy(weakly, 0, both, strongly.length, weakly.length);
        return both;
    }

    /** What is reachable, but not without some; those themselves too. */
    BitSet without(BitSet removed) {
        var lost = (BitSet) reachable.clone();
        lost.andNot(reach(removed, counting == References.ALL));
        return lost;
    }

    /** What an object keeps, itself too; nothing where it is not reached. */
    BitSet kept(int number) {
        return kept.get(number);
    }

    /** The last of all other objects without which this one is not reached; −1 where there is none. */
    int dominator(int number) {
        int last = -1;
        for (int i = 0; i < things.size(); i++) {
            if (i != number && kept.get(i).get(number) && (last < 0 || kept.get(last).get(i))) {
                last = i;
            }
        }
        return last;
    }

    /** Where all references count, all that is reached is reached by references that count. */
    Reachability reachability(int number) {
        if (reachable.get(number)) {
            return Reachability.STRONG;
        }
        return reach(new BitSet(), true).get(number) ? Reachability.WEAK_ONLY : Reachability.UNREACHABLE;
    }

    boolean isRoot(int number) {
        return roots.get(number);
    }

    /** Whether one refers to the other with a reference that counts. */
    boolean refers(int from, int to) {
        return Arrays.stream(targets(from, counting == References.ALL)).anyMatch(target -> target == to);
    }

    /** For each object how many references lie between it and the nearest root; −1 where it is not reached. */
    int[] distances() {
        var distances = new int[things.size()];
        Arrays.fill(distances, -1);
        var level = roots.stream().toArray();
        for (int distance = 0; level.length > 0; distance++) {
            var next = new BitSet();
            for (int at : level) {
                distances[at] = distance;
            }
            for (int at : level) {
                Arrays.stream(targets(at, counting == References.ALL))
                        .filter(target -> distances[target] < 0)
                        .forEach(next::set);
            }
            level = next.stream().toArray();
        }
        return distances;
    }

    /** Objects of the dump, that references refer to which are in it, whether they count or not. */
    Set<Thing> referredTo(Thing from) {
        var number = number(from);
        return Stream.concat(Arrays.stream(targets.get(number)).boxed(), Arrays.stream(weak.get(number)).boxed())
                .map(things::get)
                .collect(Collectors.toSet());
    }
}
