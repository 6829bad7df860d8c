package io.memcmp.workloads;

import io.memcmp.probe.Probe;

/** Sizes of objects in this virtual machine; all of them −1 when nobody can tell. */
final class Sizes {

    private final Probe probe;

    Sizes(Probe probe) {
        this.probe = probe;
    }

    long of(Object object) {
        return probe.sizeOf(object);
    }

    /** {@return bytes of an array of references, worked out from two small ones, since a large one may not fit any more} */
    long references(long length) {
        long small = of(new Object[512]);
        long large = of(new Object[1024]);
        if (small < 0) {
            return -1;
        }
        long reference = (large - small) / 512;
        long base = small - 512 * reference;
        return (base + length * reference + 7) / 8 * 8;
    }
}
