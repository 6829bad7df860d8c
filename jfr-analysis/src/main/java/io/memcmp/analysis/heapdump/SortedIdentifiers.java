package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** Identifiers that are no addresses of a heap, in their order: what a dump of another machine than HotSpot may have. */
final class SortedIdentifiers implements ObjectIndex {
    private long[] ids = new long[1 << 10];
    private int size;

    void add(long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, Math.max(size + 1, (int) Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2)));
        }
        ids[size++] = id;
    }

    /** Sorts; after this nothing is added. */
    SortedIdentifiers frozen() {
        Arrays.parallelSort(ids, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || ids[i] != ids[i - 1]) {
                ids[kept++] = ids[i];
            }
        }
        size = kept;
        return this;
    }

    long memory() {
        return 8L * ids.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int numberOf(long id) {
        int place = Arrays.binarySearch(ids, 0, size, id);
        return place < 0 ? ABSENT : place;
    }

    @Override
    public long idOf(int number) {
        return ids[number];
    }

    @Override
    public long after(long id) {
        int next = numberOf(id) + 1;
        return next == size ? 0 : ids[next];
    }
}
