package io.memcmp.analysis.heapdump;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds who refers to some objects, in one pass over all references. */
final class Referrers {
    /** Further up than this nobody is looked for. */
    static final int FAR = 1000;

    private static final int SAMPLE = 1000;
    private static final int MOST_REFERRERS = 10_000;

    private final HeapDump dump;
    private final List<Target> targets;
    private final BitSet wanted = new BitSet();
    private final Map<Integer, Integer> owners = new HashMap<>();

    /**
     * What is referred to.
     *
     * @param object an object, or {@link HeapDump#NONE}
     * @param kind a class, of which those are meant that have no dominator; a thousand speak for the rest
     * @param members how many those are
     */
    record Target(int object, int kind, long members) {
        static final Target NOTHING = new Target(HeapDump.NONE, HeapDump.NONE, 0);
    }

    /** A reference. */
    record Reference(int from, int to) {}

    Referrers(HeapDump dump, List<Target> targets) {
        this.dump = dump;
        this.targets = targets;
    }

    /** References to each target, in the order of the list. */
    List<List<Reference>> find() {
        var found = new ArrayList<Set<Reference>>(); // who refers twice counts once
        for (int i = 0; i < targets.size(); i++) {
            found.add(new LinkedHashSet<>());
            if (targets.get(i).object() != HeapDump.NONE) {
                want(targets.get(i).object(), i);
            }
        }
        addMembers();
        for (int object = 0; object < dump.objects(); object++) {
            if (dump.retainedBy(object) > 0) {
                int from = object;
                dump.references(object, to -> note(found, from, to));
            }
        }
        return found.stream().map(List::copyOf).toList();
    }

    private void want(int object, int target) {
        wanted.set(object);
        owners.put(object, target);
    }

    private void addMembers() {
        Map<Integer, Integer> byKind = new HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).kind() != HeapDump.NONE) {
                byKind.put(targets.get(i).kind(), i);
            }
        }
        var members = new long[targets.size()];
        for (int object = 0; object < dump.objects() && !byKind.isEmpty(); object++) {
            if (dump.dominatorOf(object) == HeapDump.NONE && dump.retainedBy(object) > 0) {
                var target = byKind.get(dump.classOf(object));
                if (target != null
                        && members[target]++ % Math.ceilDiv(targets.get(target).members(), SAMPLE) == 0) {
                    want(object, target);
                }
            }
        }
    }

    private void note(List<Set<Reference>> found, int from, int to) {
        if (wanted.get(to)) {
            var target = owners.get(to);
            if (target != null && found.get(target).size() < MOST_REFERRERS) {
                found.get(target).add(new Reference(from, to));
            }
        }
    }
}
