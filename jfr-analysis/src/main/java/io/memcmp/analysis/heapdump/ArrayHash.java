package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Hashes of the contents of arrays. A quick one of 64 bits tells which arrays may be equal. A strong one of two halves tells
 * that they are: each half is a polynomial over the integers modulo 2⁶¹ − 1, of the array's words of four bytes, at a point
 * that was drawn at random in this virtual machine. Two arrays that differ have equal halves for at most as many points as
 * they have words, whatever they hold, even if somebody made them to be confused: for ten million arrays of a kibibyte the
 * odds of one mistake among all pairs are less than 2⁻⁵⁰.
 */
final class ArrayHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long PRIME = (1L << 61) - 1;
    private static final int PIECE = 1 << 16;
    private static final Random RANDOM = new Random();
    private static final long SEED = RANDOM.nextLong();
    private static final long FIRST_POINT = point();
    private static final long SECOND_POINT = point();
    private static final long FIRST_SQUARE = times(FIRST_POINT, FIRST_POINT);
    private static final long SECOND_SQUARE = times(SECOND_POINT, SECOND_POINT);

    private long quick;
    private long first;
    private long second;

    private static long point() {
        return (RANDOM.nextLong() >>> 4) + 2; // less than 2⁶⁰ + 2, which is less than the prime
    }

    /** Reads an array and keeps its quick hash. */
    void readQuickly(FieldKind element, int length, DumpInput elements) throws IOException {
        quick = begin(element, length);
        read(element, length, elements, false);
    }

    /** Reads an array and keeps both hashes. */
    void read(FieldKind element, int length, DumpInput elements) throws IOException {
        quick = begin(element, length);
        first = quick & PRIME >>> 1;
        second = first;
        read(element, length, elements, true);
    }

    /** Arrays of other types or lengths are told apart by what the content is preceded by. */
    private static long begin(FieldKind element, int length) {
        return ((long) length << 4) | code(element);
    }

    private static int code(FieldKind element) {
        return switch (element) {
            case BOOLEAN -> 1;
            case BYTE -> 2;
            case CHAR -> 3;
            case SHORT -> 4;
            case INT -> 5;
            case FLOAT -> 6;
            case LONG -> 7;
            case DOUBLE -> 8;
            case REF -> throw new IllegalArgumentException("references have no content of their own");
        };
    }

    private void read(FieldKind element, int length, DumpInput elements, boolean strongly) throws IOException {
        long rest = (long) length * DumpValues.bytes(element, Long.BYTES);
        while (rest > 0) {
            int piece = (int) Math.min(rest, PIECE);
            elements.require(piece);
            var window = elements.window();
            int end = elements.at() + piece;
            int at = elements.at();
            for (; at + Long.BYTES <= end; at += Long.BYTES) {
                add((long) LONGS.get(window, at), strongly);
            }
            if (at < end) {
                add(tail(window, at, end), strongly);
            }
            elements.seek(elements.position() + piece);
            rest -= piece;
        }
    }

    /** The last bytes, with zeros after them: the length has gone before. */
    private static long tail(byte[] window, int from, int to) {
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = (word << Byte.SIZE) | (from + i < to ? window[from + i] & 0xff : 0);
        }
        return word;
    }

    private void add(long word, boolean strongly) {
        quick = Long.rotateLeft((quick ^ word ^ SEED) * 0xff51afd7ed558ccdL, 29);
        if (strongly) {
            long high = word >>> Integer.SIZE;
            long low = word & 0xffff_ffffL;
            first = reduce(times(first, FIRST_SQUARE) + times(high, FIRST_POINT) + low);
            second = reduce(times(second, SECOND_SQUARE) + times(high, SECOND_POINT) + low);
        }
    }

    /** The product of two numbers below 2⁶¹, modulo the prime. */
    private static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return reduce((low & PRIME) + (low >>> 61 | high << 3));
    }

    /** Of less than four times the prime. */
    private static long reduce(long sum) {
        long once = (sum & PRIME) + (sum >>> 61);
        return once >= PRIME ? once - PRIME : once;
    }

    long quick() {
        return Mixing.mix(quick);
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }
}
