package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** The objects that one dominates directly. */
final class DominatedObjects {
    private DominatedObjects() {}

    /** {@return those that retain most, most first; of equals the one with the lower number first} */
    static int[] largest(ReachedGraph reached, int dominator, int most) {
        var largest = new int[Math.max(0, most)];
        int count = 0;
        for (int object = 0; object < reached.graph().objects() && most > 0; object++) {
            if (reached.dominators().get(object) == dominator) {
                long retained = reached.retained().get(object);
                if (count == most && retained <= reached.retained().get(largest[count - 1])) {
                    continue;
                }
                int place = count == most ? count - 1 : count++;
                while (place > 0 && reached.retained().get(largest[place - 1]) < retained) {
                    largest[place] = largest[place - 1];
                    place--;
                }
                largest[place] = object;
            }
        }
        return Arrays.copyOf(largest, count);
    }
}
