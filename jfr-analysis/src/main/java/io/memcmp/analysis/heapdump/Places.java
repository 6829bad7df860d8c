package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/**
 * The places of an outline, numbered from 0, which is that of the roots; a place's parent has a smaller number. A place is
 * one object, or the objects of one class under the same place.
 */
final class Places {
    /** Where the roots are. */
    static final int ROOTS = 0;

    /** No place: beyond the deepest level, or there are too many. */
    static final int NOWHERE = -1;

    /** Deeper than this nobody looks. */
    private static final int DEEPEST = 64;

    /** Times that a sequence of classes must repeat on the way down until what follows counts as more of the same. */
    private static final int REPEATS = 3;

    private static final int LONGEST_PERIOD = 4;
    private static final int SMALLEST = 1 << 10;

    private final int most;
    private int size;
    private int[] slots = new int[4 * SMALLEST];
    private int[] parent = new int[SMALLEST];
    private int[] key = new int[SMALLEST];
    private int[] kind = new int[SMALLEST];
    private int[] example = new int[SMALLEST];
    private byte[] depth = new byte[SMALLEST];
    private byte[] period = new byte[SMALLEST];
    private Sums sums = new Sums(SMALLEST);
    private boolean complete = true;

    /**
     * None but that of the roots.
     *
     * @param most how many there may be
     */
    Places(int most) {
        this.most = most;
        add(NOWHERE, NOWHERE, NOWHERE, HeapDump.NONE);
    }

    /** What is added up for each place. */
    private static final class Sums {
        private final long[] instances;
        private final long[] nested;
        private final long[] between;
        private final long[] linked;
        private final long[] shallow;
        private final long[] retained;
        private final long[] dropped;

        Sums(int length) {
            instances = new long[length];
            nested = new long[length];
            between = new long[length];
            linked = new long[length];
            shallow = new long[length];
            retained = new long[length];
            dropped = new long[length];
        }

        /** Longer ones with the same sums. */
        Sums(Sums before, int length) {
            instances = Arrays.copyOf(before.instances, length);
            nested = Arrays.copyOf(before.nested, length);
            between = Arrays.copyOf(before.between, length);
            linked = Arrays.copyOf(before.linked, length);
            shallow = Arrays.copyOf(before.shallow, length);
            retained = Arrays.copyOf(before.retained, length);
            dropped = Arrays.copyOf(before.dropped, length);
        }
    }

    int size() {
        return size;
    }

    /** Whether there was a place for everything. */
    boolean complete() {
        return complete;
    }

    int parent(int place) {
        return parent[place];
    }

    /** The class of what is there, by its index; −1 of the roots. */
    int kind(int place) {
        return kind[place];
    }

    /** One object alone, whatever else is there of its class. */
    boolean single(int place) {
        return key[place] < 0;
    }

    /** An object that is there. */
    int example(int place) {
        return example[place];
    }

    /** How many different classes follow each other in a chain that is gathered here. */
    int period(int place) {
        return period[place];
    }

    /** Objects beside each other. */
    long instances(int place) {
        return sums.instances[place];
    }

    /** Objects of the same class that those dominate, gathered in the same place. */
    long nested(int place) {
        return sums.nested[place];
    }

    /** Objects of other classes that are gathered here, since they take turns with those in a chain. */
    long between(int place) {
        return sums.between[place];
    }

    /** Objects gathered here that dominate no other of them: ends of chains, leaves of trees. */
    long ends(int place) {
        return sums.instances[place] + sums.nested[place] + sums.between[place] - sums.linked[place];
    }

    long shallow(int place) {
        return sums.shallow[place];
    }

    long retained(int place) {
        return sums.retained[place];
    }

    /** Objects dominated directly for which there was no place. */
    long dropped(int place) {
        return sums.dropped[place];
    }

    /** Whether an object of a class, dominated by one that is in a place, belongs there too. */
    boolean continues(int place, int kindOfObject) {
        int above = place;
        for (int i = 0; i < period[place]; i++) {
            if (kind[above] == kindOfObject) {
                return true;
            }
            above = parent[above];
        }
        return false;
    }

    /** Counts an object that continues what is in its dominator's place. */
    void nest(int place, int kindOfObject, long bytes, boolean firstLink) {
        sums.shallow[place] += bytes;
        (kind[place] == kindOfObject ? sums.nested : sums.between)[place]++;
        if (firstLink) {
            sums.linked[place]++;
        }
    }

    /** Counts an object. */
    void count(int place, long bytes, long retains) {
        sums.instances[place]++;
        sums.shallow[place] += bytes;
        sums.retained[place] += retains;
    }

    /** Counts what the roots retain. */
    void countRoots(long retains) {
        sums.retained[ROOTS] += retains;
    }

    /**
     * The place of an object under another, a new one where there is none; {@link #NOWHERE} where there is no room.
     *
     * @param above the place of its dominator
     * @param object its number
     * @param kindOfObject its class
     * @param single whether it has a place of its own
     */
    int under(int above, int object, int kindOfObject, boolean single) {
        int wanted = single ? -1 - object : kindOfObject;
        int slot = slot(above, wanted);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        if (depth[above] == DEEPEST || size == most) {
            complete &= depth[above] == DEEPEST;
            sums.dropped[above]++;
            return NOWHERE;
        }
        int place = add(above, wanted, kindOfObject, object);
        slots[slot] = place;
        if (4 * size > slots.length) {
            rehash();
        }
        return place;
    }

    private int add(int above, int wanted, int kindOfObject, int object) {
        if (size == parent.length) {
            grow();
        }
        int place = size++;
        parent[place] = above;
        key[place] = wanted;
        kind[place] = kindOfObject;
        example[place] = object;
        depth[place] = (byte) (above == NOWHERE ? 0 : depth[above] + 1);
        period[place] = (byte) (above == NOWHERE ? 0 : periodOf(place));
        return place;
    }

    /** One, unless the classes on the way to here repeat themselves. */
    private int periodOf(int place) {
        for (int candidate = 2; candidate <= LONGEST_PERIOD; candidate++) {
            if (repeats(place, candidate)) {
                return candidate;
            }
        }
        return 1;
    }

    private boolean repeats(int place, int candidate) {
        int needed = REPEATS * candidate;
        if (depth[place] <= needed) {
            return false;
        }
        int late = place;
        int early = place;
        for (int i = 0; i < candidate; i++) {
            early = parent[early];
        }
        for (int i = candidate; i <= needed; i++) {
            if (kind[late] != kind[early]) {
                return false;
            }
            late = parent[late];
            early = parent[early];
        }
        return true;
    }

    private int slot(int above, int wanted) {
        int mask = slots.length - 1;
        int slot = (int) Mixing.mix(((long) above << 32) | (wanted & 0xffffffffL)) & mask;
        while (slots[slot] != 0 && (parent[slots[slot]] != above || key[slots[slot]] != wanted)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int place = 1; place < size; place++) {
            slots[slot(parent[place], key[place])] = place;
        }
    }

    private void grow() {
        int length = 2 * parent.length;
        parent = Arrays.copyOf(parent, length);
        key = Arrays.copyOf(key, length);
        kind = Arrays.copyOf(kind, length);
        example = Arrays.copyOf(example, length);
        depth = Arrays.copyOf(depth, length);
        period = Arrays.copyOf(period, length);
        sums = new Sums(sums, length);
    }
}
