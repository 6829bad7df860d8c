package io.memcmp.analysis.jfr;

import io.memcmp.analysis.jfr.Layout.Kind;

/**
 * Stack traces, half the bytes of many recordings. Kept of each: whether it was truncated, how many frames were kept (four
 * bytes), and these frames as they were written.
 */
final class StackTraces {
    private static final int TRUNCATED = 0;
    private static final int FRAMES = 1;

    private StackTraces() {}

    /** Whether a type is written as virtual machines write stack traces. */
    static boolean fits(TypeInfo type, Layout layout) {
        return type.name().equals(TypeInfo.STACK_TRACE)
                && layout.size() >= 2
                && layout.slot(TRUNCATED).kind() == Kind.BOOLEAN
                && layout.slot(FRAMES).kind() == Kind.ARRAY;
    }

    /** Copies the upper frames of one. */
    static void copy(Cursor cursor, Layout layout, int most, ConstantPools target) {
        var frame = layout.element(FRAMES);
        byte truncated = cursor.one();
        int count = cursor.count(Math.max(1, frame.leastBytes()));
        int kept = Math.min(most, count);
        int from = cursor.position;
        frame.skipValues(cursor, kept);
        int to = cursor.position;
        frame.skipValues(cursor, count - kept);
        for (int slot = FRAMES + 1; slot < layout.size(); slot++) {
            layout.skipSlot(cursor, slot);
        }
        target.write(truncated);
        target.write(kept >>> 24);
        target.write(kept >>> 16);
        target.write(kept >>> 8);
        target.write(kept);
        target.copy(from, to);
    }

    static boolean truncated(Cursor copy) {
        return copy.one() != 0;
    }

    /** How many frames follow, after {@link #truncated}. */
    static int frames(Cursor copy) {
        return ((copy.one() & 0xff) << 24)
                | ((copy.one() & 0xff) << 16)
                | ((copy.one() & 0xff) << 8)
                | (copy.one() & 0xff);
    }
}
