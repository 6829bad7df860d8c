package io.memcmp.analysis.heapdump;

import java.util.ArrayList;
import java.util.List;

/**
 * Shortest paths from the roots: one search, breadth first, answers for all objects. It goes on only until it has come to the
 * object that somebody asks for, which for what holds much is soon.
 */
final class RootPaths implements AutoCloseable {
    private static final int FROM_NOWHERE = 0;
    private static final int IS_ROOT = -1;

    private final ReachedGraph reached;
    private final Ints before; // one more than the object before it on the path
    private final IntStack found = new IntStack(); // in the order of the search; not popped
    private int looked;

    RootPaths(ReachedGraph reached) {
        this.reached = reached;
        before = reached.graph().table();
        for (int root : reached.roots().objects()) {
            before.set(root, IS_ROOT);
            found.push(root);
        }
    }

    /** {@return the objects on the way from a root to one; empty when there is no way} */
    List<Integer> to(int object) {
        while (before.get(object) == FROM_NOWHERE && looked < found.size()) {
            goOn();
        }
        if (before.get(object) == FROM_NOWHERE) {
            return List.of();
        }
        var path = new ArrayList<Integer>();
        int step = object;
        while (before.get(step) > 0) {
            path.add(step);
            step = before.get(step) - 1;
        }
        path.add(step);
        return path.reversed();
    }

    private void goOn() {
        int object = found.get(looked++);
        Reaching.eachReference(reached.graph(), object, target -> {
            if (before.get(target) == FROM_NOWHERE) {
                before.set(target, object + 1);
                found.push(target);
            }
        });
    }

    @Override
    public void close() {
        reached.graph().giveBack(before);
        found.release();
    }
}
