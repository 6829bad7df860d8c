package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** A stack of ints that grows by pieces, so that growing copies nothing: chains in a heap are millions of objects deep. */
final class IntStack {
    private static final int SHIFT = 16;
    private static final int PIECE = 1 << SHIFT;

    private int[][] pieces = new int[64][];
    private int[] top = new int[PIECE];
    private int size;

    IntStack() {
        pieces[0] = top;
    }

    void push(int value) {
        int inPiece = size & (PIECE - 1);
        if (inPiece == 0) {
            top = piece(size >>> SHIFT);
        }
        top[inPiece] = value;
        size++;
    }

    private int[] piece(int number) {
        if (number == pieces.length) {
            pieces = Arrays.copyOf(pieces, number * 2);
        }
        var piece = pieces[number];
        if (piece == null) {
            piece = new int[PIECE];
            pieces[number] = piece;
        }
        return piece;
    }

    int pop() {
        size--;
        int inPiece = size & (PIECE - 1);
        int value = top[inPiece];
        if (inPiece == 0 && size > 0) {
            top = pieces[(size - 1) >>> SHIFT];
        }
        return value;
    }

    int get(int index) {
        return pieces[index >>> SHIFT][index & (PIECE - 1)];
    }

    void set(int index, int value) {
        pieces[index >>> SHIFT][index & (PIECE - 1)] = value;
    }

    int size() {
        return size;
    }

    /** Empties it, and lets go of its memory. */
    void release() {
        size = 0;
        pieces = new int[64][];
        top = new int[PIECE];
        pieces[0] = top;
    }
}
