package io.memcmp.analysis.heapdump;

/** Mixing of bits for hash tables. */
final class Bits {
    private Bits() {}

    /** Every bit of the result depends on every bit given: the finaliser of MurmurHash3. */
    static long mix(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
