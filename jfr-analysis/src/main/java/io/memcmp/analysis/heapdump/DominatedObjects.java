package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** The objects that one dominates directly: a heap of the best so far, the worst of them on top. */
final class DominatedObjects {
    private final ReachedGraph reached;
    private int[] best = new int[64];
    private int count;

    private DominatedObjects(ReachedGraph reached) {
        this.reached = reached;
    }

    /** {@return those that retain most, most first; of equals the one with the lower number first} */
    static int[] largest(ReachedGraph reached, int dominator, int most) {
        var found = new DominatedObjects(reached);
        for (int object = 0; object < reached.graph().objects() && most > 0; object++) {
            if (reached.dominators().get(object) == dominator) {
                found.offer(object, most);
            }
        }
        return found.sorted();
    }

    private void offer(int object, int most) {
        if (count < most) {
            best = count == best.length ? Arrays.copyOf(best, count * 2) : best;
            int place = count++;
            while (place > 0 && better(best[(place - 1) / 2], object)) {
                best[place] = best[(place - 1) / 2];
                place = (place - 1) / 2;
            }
            best[place] = object;
        } else if (better(object, best[0])) {
            sink(object);
        }
    }

    private boolean better(int object, int other) {
        int compared = Long.compare(
                reached.retained().get(object), reached.retained().get(other));
        return compared == 0 ? object < other : compared > 0;
    }

    /** Puts it in the place of the worst, which goes. */
    private void sink(int object) {
        int place = 0;
        while (2 * place + 1 < count) {
            int worse = 2 * place + 1;
            if (worse + 1 < count && better(best[worse], best[worse + 1])) {
                worse++;
            }
            if (!better(object, best[worse])) {
                break;
            }
            best[place] = best[worse];
            place = worse;
        }
        best[place] = object;
    }

    private int[] sorted() {
        var sorted = new int[count];
        while (count > 0) {
            int worst = best[0];
            int last = best[--count];
            sorted[count] = worst;
            sink(last);
        }
        return sorted;
    }
}
