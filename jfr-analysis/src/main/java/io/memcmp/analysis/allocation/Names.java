package io.memcmp.analysis.allocation;

/** Names as long as a person would read them: a recording may name thousands of methods after one symbol of 64 KB. */
final class Names {
    static final String UNKNOWN = "unknown";

    /** What came when there was no room for more names. */
    static final String OTHERS = "(others)";

    /** More names, or more letters in them, are not kept: a recording may hold more than fit into memory. */
    static final int MOST = 1 << 17;

    static final int MOST_LETTERS = 8 << 20;

    private static final int LONGEST = 1000;

    private Names() {}

    static String cut(String name) {
        if (name.isEmpty()) {
            return UNKNOWN;
        }
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return name.substring(0, end) + "…";
    }

    /** A method without its line. */
    static String method(String type, String name) {
        return type.equals(UNKNOWN) && name.equals(UNKNOWN) ? UNKNOWN : cut(type) + "." + cut(name);
    }

    /** Adds what cannot be negative; the largest number there is where a damaged recording says more. */
    static long sum(long one, long other) {
        long sum = one + Math.max(0, other);
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
