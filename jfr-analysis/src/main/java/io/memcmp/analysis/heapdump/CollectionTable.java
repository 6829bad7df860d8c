package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** The collections of a dump, numbered as they come. */
final class CollectionTable {
    /** It is not known how much there is. */
    static final int UNKNOWN = -1;

    /** There is something, but it is not in the dump. */
    static final int MISSING = -2;

    private int[] object = new int[1 << 8];
    private int[] content = new int[1 << 8];
    private int[] entries = new int[1 << 8];
    private int[] filled = new int[1 << 8];
    private int[] set = new int[1 << 8];
    private CollectionKind[] kind = new CollectionKind[1 << 8];
    private int size;

    int size() {
        return size;
    }

    /** Adds one; {@return its number} */
    int add(int collection, CollectionKind ofKind, int holds, int counts) {
        if (size == object.length) {
            grow();
        }
        object[size] = collection;
        content[size] = holds;
        entries[size] = counts;
        filled[size] = 0;
        set[size] = HeapDump.NONE;
        kind[size] = ofKind;
        return size++;
    }

    private void grow() {
        object = Arrays.copyOf(object, 2 * size);
        content = Arrays.copyOf(content, 2 * size);
        entries = Arrays.copyOf(entries, 2 * size);
        filled = Arrays.copyOf(filled, 2 * size);
        set = Arrays.copyOf(set, 2 * size);
        kind = Arrays.copyOf(kind, 2 * size);
    }

    int object(int number) {
        return object[number];
    }

    /** Its array, or of a set its map; {@link HeapDump#NONE} where it has none for itself, or {@link #MISSING}. */
    int content(int number) {
        return content[number];
    }

    /** Its array is empty, or another's, too. */
    void share(int number) {
        content[number] = HeapDump.NONE;
    }

    /** What it says of itself how much is in it. */
    int entries(int number) {
        return entries[number];
    }

    CollectionKind kind(int number) {
        return kind[number];
    }

    /** References in its array that are not null. */
    int filled(int number) {
        return filled[number];
    }

    void fill(int number, int references) {
        filled[number] = references;
    }

    /** The set whose map it is; {@link HeapDump#NONE} where it is a map for itself. */
    int set(int number) {
        return set[number];
    }

    void belongs(int number, int toSet) {
        set[number] = toSet;
    }
}
