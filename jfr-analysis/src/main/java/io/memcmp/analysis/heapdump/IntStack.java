package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** A stack of ints that grows by pieces, so that growing copies nothing: chains in a heap are millions of objects deep. */
final class IntStack {
    private static final int SHIFT = 16;
    private static final int[] NONE = {};

    private final int shift;
    private int[][] pieces = {};
    private int[] top = NONE;
    private int size;

    IntStack() {
        this(SHIFT);
    }

    /** @param shift as a power of two, how many stand in a piece */
    IntStack(int shift) {
        this.shift = shift;
    }

    void push(int value) {
        int inPiece = size & ((1 << shift) - 1);
        if (inPiece == 0) {
            top = piece(size >>> shift);
        }
        top[inPiece] = value;
        size++;
    }

    private int[] piece(int number) {
        if (number == pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(8, number * 2));
        }
        var piece = pieces[number];
        if (piece == null) {
            piece = new int[1 << shift];
            pieces[number] = piece;
        }
        return piece;
    }

    int pop() {
        size--;
        int inPiece = size & ((1 << shift) - 1);
        int value = top[inPiece];
        if (inPiece == 0 && size > 0) {
            top = pieces[(size - 1) >>> shift];
        }
        return value;
    }

    int get(int index) {
        return pieces[index >>> shift][index & ((1 << shift) - 1)];
    }

    void set(int index, int value) {
        pieces[index >>> shift][index & ((1 << shift) - 1)] = value;
    }

    int size() {
        return size;
    }

    /** Empties it, and lets go of its memory. */
    void release() {
        size = 0;
        pieces = new int[0][];
        top = NONE;
    }
}
