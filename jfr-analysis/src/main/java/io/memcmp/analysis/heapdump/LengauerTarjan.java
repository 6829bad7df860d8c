package io.memcmp.analysis.heapdump;

/**
 * Dominators as Lengauer and Tarjan find them, with path compression and without recursion (A Fast Algorithm for Finding
 * Dominators in a Flowgraph, ACM TOPLAS 1, 1979). Simpler algorithms are quadratic on a list whose elements are also in an
 * array, and heaps are full of those.
 *
 * <p>Four ints for each number stand side by side, in one line of the cache. Until a number's turn has come, which is from
 * the last to the first, its slots have other uses: {@link #LEAST} is the head of its bucket, {@link #DOMINATOR} the end of
 * its predecessors. That a number's turn has come is seen from its being larger than the one whose turn it is.
 */
final class LengauerTarjan {
    /** Ints for each number. */
    static final int SLOTS = 4;

    /** Parent in the search tree; when its turn has come, the ancestor to which its path is compressed. */
    static final int ANCESTOR = 0;

    /** The smallest semidominator on the path from the ancestor to it. */
    private static final int LEAST = 1;

    /** Who has it. */
    private static final int LABEL = 2;

    /** In the end, how many dominate it, itself among them, but not the root of all. */
    static final int DEPTH = LABEL;

    /** Dominator, as far as known; the complement of a number that has the same dominator. */
    private static final int DOMINATOR = 3;

    /** So many turns are prepared together. */
    private static final int AHEAD = 32;

    private static final int MOST_AHEAD = 1 << 10;

    /** So many steps of a path are looked at ahead; most paths are compressed to fewer. */
    private static final int STEPS_AHEAD = 4;

    private final SearchTree tree;
    private final Ints links;
    private final int size;
    private final Looks looks = new Looks();
    private final int[] ahead = new int[MOST_AHEAD];
    private final IntStack path = new IntStack();

    private LengauerTarjan(SearchTree tree) {
        this.tree = tree;
        links = tree.links();
        size = tree.size();
    }

    /** Puts the dominator of every object that the search reached into the table, −1 where it is the root alone. */
    static void run(SearchTree tree, Ints dominators) {
        var algorithm = new LengauerTarjan(tree);
        try (var predecessors = algorithm.predecessors()) {
            for (int number = algorithm.size - 1; number > 0; number--) {
                if (number % AHEAD == 0) {
                    algorithm.lookAhead(Math.max(1, number - AHEAD), number, predecessors);
                }
                algorithm.turn(number, predecessors);
            }
        }
        for (int number = 1; number < algorithm.size; number++) {
            int dominator = algorithm.get(number, DOMINATOR);
            if (dominator < 0) {
                dominator = algorithm.get(~dominator, DOMINATOR);
                algorithm.set(number, DOMINATOR, dominator);
            }
            algorithm.set(number, DEPTH, dominator == 0 ? 1 : algorithm.get(dominator, DEPTH) + 1);
            dominators.set(tree.object(number), dominator == 0 ? HeapDump.NONE : tree.object(dominator));
        }
    }

    private int get(int number, int slot) {
        return links.get(number * SLOTS + slot);
    }

    private void set(int number, int slot, int value) {
        links.set(number * SLOTS + slot, value);
    }

    /** {@return who refers to whom, but for the search tree's own references; slot {@link #DOMINATOR} says where they end} */
    private Ints predecessors() {
        var references = tree.others();
        for (int i = 0; i < references.size(); i += 2) {
            int to = references.get(i);
            set(to, DOMINATOR, get(to, DOMINATOR) + 1);
        }
        int sum = 0;
        for (int number = 0; number < size; number++) {
            int count = get(number, DOMINATOR);
            set(number, DOMINATOR, sum);
            sum += count;
        }
        var predecessors = new Ints(sum);
        for (int i = 0; i < references.size(); i += 2) {
            int to = references.get(i);
            int end = get(to, DOMINATOR);
            predecessors.set(end, references.get(i + 1));
            set(to, DOMINATOR, end + 1);
        }
        references.release();
        return predecessors;
    }

    /** Goes the paths of those whose turn is soon, all at once, so that they are in the cache when it has come. */
    private void lookAhead(int first, int last, Ints predecessors) {
        int count = 0;
        for (int number = last; number >= first && count < MOST_AHEAD; number--) {
            ahead[count++] = get(get(number, ANCESTOR), LEAST);
        }
        int end = Math.min(get(last, DOMINATOR), get(first - 1, DOMINATOR) + MOST_AHEAD - count);
        for (int i = get(first - 1, DOMINATOR); i < end; i++) {
            ahead[count++] = predecessors.get(i);
        }
        for (int step = 0; step < STEPS_AHEAD; step++) {
            for (int i = 0; i < count; i++) {
                ahead[i] = get(ahead[i], ANCESTOR);
            }
        }
        looks.saw(ahead[0]);
    }

    private void turn(int number, Ints predecessors) {
        int parent = get(number, ANCESTOR);
        int semidominator = parent;
        int end = get(number, DOMINATOR);
        for (int i = get(number - 1, DOMINATOR); i < end; i++) {
            int predecessor = predecessors.get(i);
            if (predecessor > number) {
                compress(predecessor, number + 1);
                predecessor = get(predecessor, LEAST);
            }
            semidominator = Math.min(semidominator, predecessor);
        }
        set(number, DOMINATOR, get(semidominator, LEAST));
        set(semidominator, LEAST, number);
        set(number, LEAST, semidominator);
        set(number, LABEL, number);
        int waiting = get(parent, LEAST);
        set(parent, LEAST, 0);
        while (waiting != 0) {
            int next = get(waiting, DOMINATOR);
            compress(waiting, number);
            set(waiting, DOMINATOR, get(waiting, LEAST) < parent ? ~get(waiting, LABEL) : parent);
            waiting = next;
        }
    }

    /** Makes a number's ancestor one whose turn has not come, so that its label speaks of the whole path. */
    private void compress(int number, int firstTaken) {
        int top = number;
        int ancestor = get(top, ANCESTOR);
        while (ancestor >= firstTaken) {
            path.push(top);
            top = ancestor;
            ancestor = get(top, ANCESTOR);
        }
        int least = get(top, LEAST);
        int label = get(top, LABEL);
        while (path.size() > 0) {
            int lower = path.pop();
            int own = get(lower, LEAST);
            if (least < own) {
                set(lower, LEAST, least);
                set(lower, LABEL, label);
            } else {
                least = own;
                label = get(lower, LABEL);
            }
            set(lower, ANCESTOR, ancestor);
        }
    }
}
