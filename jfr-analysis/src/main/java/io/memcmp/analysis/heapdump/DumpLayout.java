package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.LayoutMode;

/**
 * How the virtual machine that wrote a dump laid its objects out. A dump carries no sizes; but the identifiers that
 * HotSpot writes are addresses, and an array's size is known from its length under each layout that there is, so the gaps
 * between addresses tell which it was.
 *
 * @param mode compressed references and class pointers, compact headers, alignment
 * @param arrayBase offset of the first element of an array, bytes, where elements take less than eight
 * @param wideArrayBase the same where they take eight
 * @param evidence how it is known
 * @param agreeing arrays whose neighbour stands exactly where this layout says that they end
 * @param disagreeing arrays whose neighbour stands inside them under this layout
 */
public record DumpLayout(
        LayoutMode mode, int arrayBase, int wideArrayBase, Evidence evidence, long agreeing, long disagreeing) {
    /** How a layout is known. */
    public enum Evidence {
        /** The addresses of the dump agree with this one and with no other. */
        ADDRESSES,
        /** Whoever asked knows the flags of the virtual machine, and the addresses do not disagree. */
        TOLD,
        /** The identifiers are no addresses, or too few: sizes are those of a HotSpot of the usual flags. */
        ASSUMED
    }
}
