package io.memcmp.bench.reading;

import io.memcmp.plan.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A recording to be read.
 *
 * @param size about how large
 * @param collector of the virtual machine that recorded
 * @param feature its JDK
 */
record Kind(Size size, Collector collector, int feature) {

    /** About how large, and what makes it so. */
    enum Size {
        /** What {@code settings=profile} alone records in some seconds. */
        PLAIN(3, 1),
        /** Every event that reading has to do with, as often as it can be had. */
        MB50(50, 1),
        /** The same for longer. */
        MB250(250, 1),
        /** Four copies of the one before, one after the other. */
        GB1(1000, 4);

        private final int megabytes;
        private final int copies;

        Size(int megabytes, int copies) {
            this.megabytes = megabytes;
            this.copies = copies;
        }

        /** {@return bytes that one virtual machine has to record} */
        long recorded() {
            return 1_000_000L * megabytes / copies;
        }

        /** {@return of how many copies it is made} */
        int copies() {
            return copies;
        }

        /** {@return its name in files and on the command line, for example {@code 50}} */
        String id() {
            return Integer.toString(megabytes);
        }
    }

    /** {@return all: the small ones of every machine, the large ones of three, the largest of one} */
    static List<Kind> all() {
        var all = new ArrayList<Kind>();
        for (var size : List.of(Size.PLAIN, Size.MB50)) {
            for (int feature : List.of(25, 17)) {
                all.add(new Kind(size, Collector.G1, feature));
                all.add(new Kind(size, Collector.ZGC, feature));
            }
        }
        all.add(new Kind(Size.MB250, Collector.G1, 25));
        all.add(new Kind(Size.MB250, Collector.ZGC, 25));
        all.add(new Kind(Size.MB250, Collector.G1, 17));
        all.add(new Kind(Size.GB1, Collector.G1, 25));
        return all;
    }

    /** {@return the recording of which it is made of copies} */
    Kind part() {
        return size == Size.GB1 ? new Kind(Size.MB250, collector, feature) : this;
    }

    /** {@return another one, of the smallest size, on which caches are trained for it} */
    Kind training() {
        var usual = new Kind(Size.PLAIN, Collector.ZGC, 25);
        return equals(usual) ? new Kind(Size.PLAIN, Collector.G1, 25) : usual;
    }

    /** {@return its name, for example {@code g1-25-250}} */
    String id() {
        return String.format(Locale.ROOT, "%s-%d-%s", collector.id(), feature, size.id());
    }

    /** {@return the name for people, for example {@code G1, JDK 25}} */
    String machine() {
        return collector.id().toUpperCase(Locale.ROOT) + ", JDK " + feature;
    }
}
