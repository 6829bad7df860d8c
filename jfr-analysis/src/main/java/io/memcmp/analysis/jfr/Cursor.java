package io.memcmp.analysis.jfr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads forwards through some bytes. The array must go on for {@value #PADDING} bytes after the end: numbers are read
 * first and checked afterwards.
 */
final class Cursor {
    /** More than the longest number. */
    static final int PADDING = 16;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle EIGHT_BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle FOUR_BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final byte[] NOTHING = new byte[PADDING];

    byte[] bytes = NOTHING;
    int position;
    int end;

    /** Writes the reference only where it is another: for the collector's sake that costs more than to compare. */
    @SuppressWarnings("ReferenceEquality")
    Cursor over(byte[] array, int from, int to) {
        if (bytes != array) {
            bytes = array;
        }
        position = from;
        end = to;
        return this;
    }

    int left() {
        return end - position;
    }

    /** Seven bits in each byte, the lowest first; a ninth byte has eight. */
    long number() {
        byte first = bytes[position];
        if (first >= 0) {
            position++;
            check();
            return first;
        }
        // Most of the others have two to seven bytes, in no order: without a branch for each they are read faster.
        long eight = (long) EIGHT.get(bytes, position);
        long ended = ~eight & HIGH_BITS;
        if (ended == 0) {
            return nineBytes(eight);
        }
        int last = Long.numberOfTrailingZeros(ended);
        position += (last >> 3) + 1;
        check();
        return packed(eight & (-1L >>> (63 - last)));
    }

    /** Reads so many numbers in a row. */
    void numbers(long[] target, int count) {
        var array = bytes;
        int at = position;
        for (int i = 0; i < count; i++) {
            long number = array[at];
            if (number >= 0) {
                at++;
            } else {
                long eight = (long) EIGHT.get(array, at);
                long ended = ~eight & HIGH_BITS;
                if (ended == 0) {
                    number = packed(eight) | ((long) array[at + 8] << 56);
                    at += 9;
                } else {
                    int last = Long.numberOfTrailingZeros(ended);
                    number = packed(eight & (-1L >>> (63 - last)));
                    at += (last >> 3) + 1;
                }
            }
            if (at > end) {
                break;
            }
            target[i] = number;
        }
        position = at;
        check();
    }

    private long nineBytes(long eight) {
        position += 9;
        check();
        return packed(eight) | (long) bytes[position - 1] << 56;
    }

    /** The lower seven bits of each byte, moved together: first by twos, then by fours, then by eights. */
    private static long packed(long eight) {
        long pairs = (eight & 0x007f007f007f007fL) | (eight & 0x7f007f007f007f00L) >>> 1;
        long fours = (pairs & 0x00003fff00003fffL) | (pairs & 0x3fff00003fff0000L) >>> 2;
        return (fours & 0x000000000fffffffL) | (fours & 0x0fffffff00000000L) >>> 4;
    }

    /** A number of things that follow, each of at least so many bytes: it cannot be more than there is room for. */
    int count(int leastBytes) {
        long count = number();
        if (count < 0 || count > Integer.MAX_VALUE || count * leastBytes > left()) {
            throw new Malformed("counts more than it holds");
        }
        return (int) count;
    }

    byte one() {
        byte one = bytes[position++];
        check();
        return one;
    }

    float single() {
        skip(Float.BYTES);
        return Float.intBitsToFloat((int) FOUR_BIG.get(bytes, position - Float.BYTES));
    }

    double twofold() {
        skip(Double.BYTES);
        return Double.longBitsToDouble((long) EIGHT_BIG.get(bytes, position - Double.BYTES));
    }

    void skip(long count) {
        if (count < 0 || count > left()) {
            throw new Malformed("reaches beyond its end");
        }
        position += (int) count;
    }

    void skipNumber() {
        number();
    }

    /** Numbers end where the high bit is clear: eight bytes at a time they are counted, not read. */
    void skipNumbers(long count) {
        long left = count;
        while (left >= Long.BYTES && left() >= Long.BYTES) {
            long ended = ~(long) EIGHT.get(bytes, position) & HIGH_BITS;
            if (ended == 0) {
                skipNumber(); // of nine bytes, the last of which may look like a continued one
                left--;
            } else {
                // Only up to the last end: the next eight bytes begin where a number does.
                left -= Long.bitCount(ended);
                position += Long.BYTES - (Long.numberOfLeadingZeros(ended) >> 3);
            }
        }
        while (left > 0) {
            skipNumber();
            left--;
        }
    }

    private void check() {
        if (position > end) {
            throw new Malformed("reaches beyond its end");
        }
    }
}
