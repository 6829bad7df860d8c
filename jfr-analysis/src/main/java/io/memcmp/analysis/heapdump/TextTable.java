package io.memcmp.analysis.heapdump;

/** Strings by the content of their arrays, apart for both ways to read that. */
final class TextTable {
    private final int[] strings;
    private final int[] arrays;
    private final int[] example;

    /** @param contents how many different ones there are */
    TextTable(int contents) {
        strings = new int[2 * contents];
        arrays = new int[2 * contents];
        example = new int[2 * contents];
    }

    /**
     * Counts a string.
     *
     * @param content of its array
     * @param wide whether two bytes are a character
     * @param string its number
     * @param newArray whether no string before had this very array
     */
    void add(int content, boolean wide, int string, boolean newArray) {
        int row = row(content, wide);
        if (strings[row]++ == 0) {
            example[row] = string;
        }
        arrays[row] += newArray ? 1 : 0;
    }

    private static int row(int content, boolean wide) {
        return 2 * content + (wide ? 1 : 0);
    }

    int strings(int content, boolean wide) {
        return strings[row(content, wide)];
    }

    /** Different arrays of those strings. */
    int arrays(int content, boolean wide) {
        return arrays[row(content, wide)];
    }

    int example(int content, boolean wide) {
        return example[row(content, wide)];
    }
}
