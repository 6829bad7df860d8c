package io.memcmp.analysis.heapdump;

import java.util.Random;

/** Mixing of bits for hash tables. */
final class Mixing {
    /** Another in every virtual machine: nobody can write a dump whose entries all want the same slot. */
    private static final long SEED = new Random().nextLong();

    private Mixing() {}

    /** Every bit of the result depends on every bit given: the finaliser of MurmurHash3. */
    static long mix(long bits) {
        long seeded = bits ^ SEED;
        long mixed = (seeded ^ seeded >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
