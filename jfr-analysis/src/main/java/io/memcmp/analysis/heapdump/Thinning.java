package io.memcmp.analysis.heapdump;

/**
 * Takes away what refers only to what was taken away before, however many refer to it: it lies on no circle, and whether it
 * is there changes nothing for those before it. What is left is what can reach a circle, in the heap of an application
 * often a tenth. The dominators of what was taken away follow from those of its holders, in the opposite order.
 *
 * <p>Objects are looked at in the order of their addresses, then in the opposite one, for as long as that is worth it: what
 * was allocated together refers to each other in one direction or the other.
 */
final class Thinning {
    /** State of what was taken away in the first sweep because only one object held it. */
    private static final int FIRST = -2;

    private static final int MOST_SWEEPS = 6;
    private static final int WORTH_IT = 8;

    /** After a sweep in each direction, a further one needs one of so many to begin with; others follow from those. */
    private static final int PROMISING = 16;

    /** One of so many is looked at for that. */
    private static final int SAMPLED = 251;

    /** With less left than one in so many objects, the sweeps over all of them cost more than they save. */
    private static final int LITTLE = 16;

    /** A climb costs about as much as what Lengauer and Tarjan's algorithm does for a reference. */
    private static final long CLIMBS_A_REFERENCE = 16;

    private final ObjectGraph graph;
    private final Ints dominators;
    private int sweeps;
    private final int before;
    private int left;
    private long climbs;

    Thinning(ObjectGraph graph, int left) {
        this.graph = graph;
        this.dominators = graph.holders();
        this.before = left;
        this.left = left;
        this.climbs = graph.objects() + CLIMBS_A_REFERENCE * graph.references();
        int removed = left > graph.objects() / LITTLE ? left : 0;
        while (sweeps < MOST_SWEEPS && removed > this.left / WORTH_IT && (sweeps < 2 || isPromising())) {
            removed = sweep();
            this.left -= removed;
        }
    }

    /** {@return how many objects are left; their state is 0} */
    int left() {
        return left;
    }

    /** {@return whether enough was taken away to make up for putting it back} */
    boolean isWorthIt() {
        return before - left > before / WORTH_IT;
    }

    private boolean isPromising() {
        int seen = 0;
        int first = 0;
        for (int object = 0; object < graph.objects(); object += SAMPLED) {
            if (graph.state(object) == 0) {
                seen++;
                first += refersToNothingLeft(object) ? 1 : 0;
            }
        }
        return first >= seen / PROMISING;
    }

    private int sweep() {
        int removed = 0;
        for (int i = 0; i < graph.objects(); i++) {
            int object = place(i, sweeps);
            int holder = graph.holder(object);
            if (graph.state(object) == 0 && holder != ObjectGraph.ROOT && refersToNothingLeft(object)) {
                graph.state(object, FIRST - 2 * sweeps - (holder == ObjectGraph.SEVERAL ? 1 : 0));
                removed++;
            }
        }
        sweeps++;
        return removed;
    }

    private int place(int i, int sweep) {
        return (sweep & 1) == 0 ? i : graph.objects() - 1 - i;
    }

    private boolean refersToNothingLeft(int object) {
        int place = graph.start(object);
        boolean more = place >= 0;
        while (more) {
            int entry = graph.entry(place++);
            more = entry >= 0;
            if (graph.state(more ? entry : ~entry) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Objects of several holders have none yet that is known. */
    void begin() {
        for (int object = 0; object < graph.objects(); object++) {
            if (isOfSeveral(graph.state(object))) {
                dominators.set(object, Dominators.PENDING);
            }
        }
    }

    private static boolean isOfSeveral(int state) {
        return state < FIRST && (state & 1) != 0;
    }

    /**
     * Finds the dominators of what was taken away; those of what was left are known. The state of what is reached is then,
     * and is before of what was left, how many dominate it, itself among them.
     *
     * @return whether it was done; not when it would take too long, as it does where chains share what they hold
     */
    boolean putBack() {
        // In the order of the addresses, not in that of the search: what they refer to is near.
        for (int object = 0; object < graph.objects() && climbs > 0; object++) {
            if (graph.state(object) > 0) {
                settle(object);
            }
        }
        for (int sweep = sweeps - 1; sweep >= 0; sweep--) {
            putBack(sweep);
        }
        return climbs > 0;
    }

    private void putBack(int sweep) {
        int single = FIRST - 2 * sweep;
        for (int i = graph.objects() - 1; i >= 0 && climbs > 0; i--) {
            int object = place(i, sweep);
            int state = graph.state(object);
            if (state == single || state == single - 1) {
                putBack(object, state == single);
            }
        }
    }

    private void putBack(int object, boolean single) {
        int holder = single ? graph.holder(object) - 1 : dominators.get(object);
        boolean reached = single ? holder >= 0 && graph.state(holder) > 0 : holder != Dominators.PENDING;
        dominators.set(object, reached ? holder : Dominators.UNREACHED);
        graph.state(object, reached ? depth(holder) + 1 : 0);
        if (reached) {
            settle(object);
        }
    }

    private int depth(int holder) {
        return holder == HeapDump.NONE ? 0 : graph.state(holder);
    }

    /** An object whose dominator and depth are known is one of those that hold what it refers to. */
    private void settle(int object) {
        int place = graph.start(object);
        boolean more = place >= 0;
        while (more) {
            int entry = graph.entry(place++);
            more = entry >= 0;
            int target = more ? entry : ~entry;
            if (isOfSeveral(graph.state(target))) {
                int candidate = dominators.get(target);
                if (candidate != HeapDump.NONE && candidate != object) {
                    dominators.set(target, candidate == Dominators.PENDING ? object : common(candidate, object));
                }
            }
        }
    }

    /** {@return the nearest object that dominates both, or is one of them and dominates the other} */
    private int common(int one, int other) {
        int a = one;
        int b = other;
        while (a != b && a != HeapDump.NONE && b != HeapDump.NONE) {
            int depthOfA = graph.state(a);
            int depthOfB = graph.state(b);
            if (depthOfA >= depthOfB) {
                a = dominators.get(a);
            }
            if (depthOfB >= depthOfA) {
                b = dominators.get(b);
            }
            climbs--;
        }
        return a == b ? a : HeapDump.NONE;
    }
}
