package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** For each class the smallest distance from an instance to the next object: no instance is larger. */
final class InstanceGaps {
    private int[] smallest = new int[1 << 8];
    private int[] seen = new int[1 << 8];
    private int[] atSmallest = new int[1 << 8];

    void add(int ofClass, long gap) {
        if (gap == 0) {
            return;
        }
        room(ofClass);
        int bytes = (int) Math.min(gap, Integer.MAX_VALUE);
        if (seen[ofClass]++ == 0 || bytes < smallest[ofClass]) {
            smallest[ofClass] = bytes;
            atSmallest[ofClass] = 1;
        } else if (bytes == smallest[ofClass]) {
            atSmallest[ofClass]++;
        }
    }

    private void room(int ofClass) {
        if (ofClass >= smallest.length) {
            int length = Math.max(ofClass + 1, smallest.length * 2);
            smallest = Arrays.copyOf(smallest, length);
            seen = Arrays.copyOf(seen, length);
            atSmallest = Arrays.copyOf(atSmallest, length);
        }
    }

    /** Adds what was seen of other instances. */
    void add(InstanceGaps other) {
        room(other.smallest.length - 1);
        for (int ofClass = 0; ofClass < other.smallest.length; ofClass++) {
            if (other.seen[ofClass] == 0) {
                continue;
            }
            boolean first = seen[ofClass] == 0;
            if (first || other.smallest[ofClass] < smallest[ofClass]) {
                smallest[ofClass] = other.smallest[ofClass];
                atSmallest[ofClass] = other.atSmallest[ofClass];
            } else if (other.smallest[ofClass] == smallest[ofClass]) {
                atSmallest[ofClass] += other.atSmallest[ofClass];
            }
            seen[ofClass] += other.seen[ofClass];
        }
    }

    /** {@return the smallest distance; 0 where there is none} */
    int smallest(int ofClass) {
        return ofClass < smallest.length ? smallest[ofClass] : 0;
    }

    /** {@return whether at least half of all instances have the smallest distance} */
    boolean usual(int ofClass) {
        return ofClass < seen.length && atSmallest[ofClass] * 2L >= seen[ofClass];
    }

    /** {@return whether at least so many instances, and half of all, have the smallest distance} */
    boolean typical(int ofClass, int instances) {
        return usual(ofClass) && atSmallest[ofClass] >= instances;
    }

    /** {@return whether at least two instances, and half of all, have the smallest distance} */
    boolean typical(int ofClass) {
        return typical(ofClass, 2);
    }
}
