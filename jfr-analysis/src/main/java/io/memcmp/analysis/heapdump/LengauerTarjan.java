package io.memcmp.analysis.heapdump;

/**
 * Dominators by way of semidominators, as Lengauer and Tarjan find them, with path compression and without recursion (A Fast
 * Algorithm for Finding Dominators in a Flowgraph, ACM TOPLAS 1, 1979). An object's dominator is then the nearest of those
 * that dominate its parent in the search tree whose number is not above that of its semidominator (Georgiadis, Linear-Time
 * Algorithms for Dominators and Related Problems, Princeton 2005, where the climb to it is quadratic on a list whose
 * elements are also in an array, as many are in a heap). Here the climb goes by jumps (Myers, An Applicative Random-Access
 * Stack, IPL 17, 1983), of which logarithmically many lead anywhere.
 *
 * <p>Four ints for each number stand side by side, in one line of the cache. Until semidominators are known, a number's turn
 * comes from the last to the first.
 */
final class LengauerTarjan {
    /** Ints for each number. */
    static final int SLOTS = 4;

    /** Parent in the search tree; when its turn has come, the ancestor to which its path is compressed. */
    static final int ANCESTOR = 0;

    /** The smallest semidominator on the path from the ancestor to it. */
    private static final int LEAST = 1;

    /** Semidominator. */
    static final int SEMIDOMINATOR = 2;

    /** In the end, room for the object whose number it is. */
    static final int OBJECT = SEMIDOMINATOR;

    /** Parent in the search tree, dominator in the end. */
    static final int DOMINATOR = 3;

    /** In the end, how many dominate it, itself among them, but not the root of all. */
    static final int DEPTH = LEAST;

    /** In the end, one of those that dominate it, further up. */
    private static final int JUMP = ANCESTOR;

    /** So many turns are prepared together. */
    private static final int AHEAD = 64;

    private static final int MOST_AHEAD = 1 << 10;

    /** So many steps of a path are looked at ahead; nearly all paths are compressed to fewer. */
    private static final int STEPS_AHEAD = 7;

    private final Ints links;
    private final Crossings crossings;
    private final int size;
    private final Looks looks = new Looks();
    private final int[] ahead = new int[MOST_AHEAD];

    private LengauerTarjan(SearchTree tree) {
        links = tree.links();
        crossings = tree.crossings();
        size = tree.size();
    }

    /** Finds the dominator of every number, and its depth. */
    static void run(SearchTree tree) {
        var algorithm = new LengauerTarjan(tree);
        algorithm.semidominators();
        algorithm.dominators();
    }

    private int get(int number, int slot) {
        return links.get(number * SLOTS + slot);
    }

    private void set(int number, int slot, int value) {
        links.set(number * SLOTS + slot, value);
    }

    private void semidominators() {
        int number = size - 1;
        for (int block = Crossings.block(number); block >= 0; block--) {
            crossings.sort(block);
            int first = Math.max(1, Crossings.begin(block));
            while (number >= first) {
                int last = Math.max(first, number - AHEAD + 1);
                lookAhead(crossings.start(last), crossings.end(number));
                while (number >= last) {
                    turn(number--);
                }
            }
        }
    }

    /** Goes the paths of those whose turn is soon, all at once, so that they are in the cache when it has come. */
    private void lookAhead(int begin, int end) {
        int count = Math.min(MOST_AHEAD, end - begin);
        for (int i = 0; i < count; i++) {
            ahead[i] = crossings.source(end - 1 - i);
        }
        for (int step = 0; step < STEPS_AHEAD; step++) {
            for (int i = 0; i < count; i++) {
                ahead[i] = get(ahead[i], ANCESTOR);
            }
        }
        looks.saw(ahead[0]);
    }

    private void turn(int number) {
        int least = get(number, SEMIDOMINATOR);
        int end = crossings.end(number);
        for (int i = crossings.start(number); i < end; i++) {
            least = Math.min(least, least(crossings.source(i), number + 1));
        }
        set(number, SEMIDOMINATOR, least);
        set(number, LEAST, least);
    }

    /**
     * {@return the smallest semidominator on the path from a number up to the last whose turn has come} The ancestor of all
     * on the path becomes the first whose turn has not. On the way up an ancestor's slot holds the way back.
     */
    private int least(int number, int firstTaken) {
        int below = 0;
        int top = number;
        int ancestor = get(top, ANCESTOR);
        while (ancestor >= firstTaken) {
            set(top, ANCESTOR, below);
            below = top;
            top = ancestor;
            ancestor = get(top, ANCESTOR);
        }
        int least = get(top, LEAST);
        while (below != 0) {
            int next = get(below, ANCESTOR);
            least = Math.min(least, get(below, LEAST));
            set(below, LEAST, least);
            set(below, ANCESTOR, ancestor);
            below = next;
        }
        return least;
    }

    private void dominators() {
        set(0, JUMP, 0);
        for (int number = 1; number < size; number++) {
            int semidominator = get(number, SEMIDOMINATOR);
            int dominator = get(number, DOMINATOR);
            while (dominator > semidominator) {
                int jump = get(dominator, JUMP);
                dominator = jump > semidominator ? jump : get(dominator, DOMINATOR);
            }
            set(number, DOMINATOR, dominator);
            link(number, dominator);
        }
    }

    /** A jump leads over two of the same length where there are such, so that the lengths are as the digits of a number. */
    private void link(int number, int dominator) {
        int depth = get(dominator, DEPTH);
        int jump = get(dominator, JUMP);
        int depthOfJump = get(jump, DEPTH);
        int further = get(jump, JUMP);
        boolean same = depth - depthOfJump == depthOfJump - get(further, DEPTH);
        set(number, DEPTH, depth + 1);
        set(number, JUMP, same && dominator != 0 ? further : dominator);
    }
}
