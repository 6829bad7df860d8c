package io.memcmp.analysis.heapdump;

import java.util.ArrayList;
import java.util.List;

/** Shortest paths from the roots to every object: one search, breadth first, answers for all. */
final class RootPaths implements AutoCloseable {
    private static final int FROM_NOWHERE = 0;
    private static final int IS_ROOT = -1;

    private final Ints before; // one more than the object before it on the path

    RootPaths(ReachedGraph reached) {
        int objects = reached.graph().objects();
        before = new Ints(objects);
        try (var waiting = new Ints(objects)) {
            int[] ends = {0, 0};
            for (int root : reached.roots().objects()) {
                before.set(root, IS_ROOT);
                waiting.set(ends[1]++, root);
            }
            while (ends[0] < ends[1]) {
                int object = waiting.get(ends[0]++);
                Reaching.eachReference(reached.graph(), object, target -> {
                    if (before.get(target) == FROM_NOWHERE) {
                        before.set(target, object + 1);
                        waiting.set(ends[1]++, target);
                    }
                });
            }
        }
    }

    /** {@return the objects on the way from a root to one; empty when there is no way} */
    List<Integer> to(int object) {
        var path = new ArrayList<Integer>();
        int step = object;
        while (before.get(step) > 0) {
            path.add(step);
            step = before.get(step) - 1;
        }
        if (before.get(step) == FROM_NOWHERE) {
            return List.of();
        }
        path.add(step);
        return path.reversed();
    }

    @Override
    public void close() {
        before.close();
    }
}
