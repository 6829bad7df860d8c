package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/**
 * References between numbers, by blocks of numbers that are referred to. Sorted by whom they refer to block by block, all of
 * the sorting is done in the cache, and takes no more room than a block.
 */
final class Crossings {
    private static final int BLOCK_SHIFT = 16;
    private static final int BLOCK = 1 << BLOCK_SHIFT;

    /** Pieces of 16 KiB: there may be thousands of blocks, and each has a piece that is not full. */
    private static final int PIECE_SHIFT = 12;

    private final IntStack[] blocks;

    /** By number of the sorted block: where those end that refer to it, which is where those to the next begin. */
    private final int[] ends;

    private int[] sources = {};
    private int first;

    /** @param numbers how many */
    Crossings(int numbers) {
        blocks = new IntStack[((numbers - 1) >>> BLOCK_SHIFT) + 1];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = new IntStack(PIECE_SHIFT);
        }
        ends = new int[Math.min(BLOCK, numbers) + 1];
    }

    void add(int to, int from) {
        var block = blocks[to >>> BLOCK_SHIFT];
        block.push(to & (BLOCK - 1));
        block.push(from);
    }

    /** {@return the block of a number} */
    static int block(int number) {
        return number >>> BLOCK_SHIFT;
    }

    /** {@return the first number of a block} */
    static int begin(int block) {
        return block << BLOCK_SHIFT;
    }

    /** Sorts those to the numbers of a block, of which can be asked from then on. They are gone with the next one. */
    void sort(int block) {
        var pairs = blocks[block];
        first = begin(block);
        Arrays.fill(ends, 0);
        for (int i = 0; i < pairs.size(); i += 2) {
            ends[pairs.get(i) + 1]++;
        }
        for (int number = 1; number < ends.length; number++) {
            ends[number] += ends[number - 1];
        }
        if (sources.length < pairs.size() / 2) {
            sources = new int[pairs.size() / 2];
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            sources[ends[pairs.get(i)]++] = pairs.get(i + 1);
        }
        pairs.release();
    }

    /** {@return where those begin that refer to a number of the sorted block} */
    int start(int number) {
        return number == first ? 0 : ends[number - 1 - first];
    }

    /** {@return where those end that refer to a number of the sorted block} */
    int end(int number) {
        return ends[number - first];
    }

    /** {@return who refers} */
    int source(int place) {
        return sources[place];
    }
}
