package io.memcmp.bench.heap;

import io.memcmp.plan.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A dump to be read.
 *
 * @param shape of the graph in it
 * @param size about how large
 * @param machine that writes it
 */
record DumpKind(Shape shape, Size size, Machine machine) {

    /** Which graph; {@code HeapProgram} builds it. */
    enum Shape {
        /** One chain of nodes of an {@code int} and a reference, as deep as it is long. */
        CHAIN(24_000_000),
        /** One strongly connected component of nodes with three references, in random order. */
        CYCLIC(18_000_000),
        /** A cache of arrays of 1000 bytes. */
        LEAK(850_000),
        /** What an application holds: maps, strings, lists, boxed numbers, arrays. */
        MIXED(940_000);

        private final int parts;

        Shape(int parts) {
            this.parts = parts;
        }

        /** {@return its name on the command line} */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** About how large. */
    enum Size {
        /** About 100 MB. */
        SMALL(100, 0.1, "1g"),
        /** About 1 GB. */
        MIDDLE(1000, 1, "2g"),
        /** More than 3 GB: of the mixed graph, 64 million objects. */
        LARGE(3000, 3.43, "5g");

        private final int megabytes;
        private final double factor;
        private final String heap;

        Size(int megabytes, double factor, String heap) {
            this.megabytes = megabytes;
            this.factor = factor;
            this.heap = heap;
        }

        /** {@return its name on the command line, for example {@code 100}} */
        String id() {
            return Integer.toString(megabytes);
        }
    }

    /** A virtual machine, and so a layout of objects that a dump does not tell. */
    enum Machine {
        /** What a 64-bit machine does by itself below 32 GiB. */
        PLAIN("", 25, Collector.SERIAL, ""),
        /** The same of the release before. */
        JDK17("17", 17, Collector.SERIAL, ""),
        /** References of eight bytes. */
        ZGC("zgc", 25, Collector.ZGC, ""),
        /** Headers of eight bytes. */
        COMPACT("compact", 25, Collector.SERIAL, "-XX:+UseCompactObjectHeaders"),
        /** References of eight bytes and headers of sixteen. */
        WIDE("wide", 25, Collector.SERIAL, "-XX:-UseCompressedOops -XX:-UseCompressedClassPointers");

        private final String id;
        private final int feature;
        private final Collector collector;
        private final String options;

        Machine(String id, int feature, Collector collector, String options) {
            this.id = id;
            this.feature = feature;
            this.collector = collector;
            this.options = options;
        }

        /** {@return its JDK} */
        int feature() {
            return feature;
        }
    }

    /** {@return all: the small ones of every graph and of every machine, the middle ones of every graph, a large one} */
    static List<DumpKind> all() {
        var all = new ArrayList<DumpKind>();
        for (var size : List.of(Size.SMALL, Size.MIDDLE)) {
            for (var shape : Shape.values()) {
                all.add(new DumpKind(shape, size, Machine.PLAIN));
            }
        }
        all.add(new DumpKind(Shape.MIXED, Size.LARGE, Machine.PLAIN));
        for (var machine : Machine.values()) {
            if (machine != Machine.PLAIN) {
                all.add(new DumpKind(Shape.MIXED, Size.SMALL, machine));
            }
        }
        return all;
    }

    /** {@return of how many parts the graph is made: nodes, entries or visits} */
    int parts() {
        return (int) Math.round(shape.parts * size.factor);
    }

    /** {@return options of the machine that writes it} */
    List<String> options() {
        var options = new ArrayList<>(machine.collector.flags(machine.feature));
        if (!machine.options.isEmpty()) {
            options.addAll(List.of(machine.options.split(" ", -1)));
        }
        options.add("-Xmx" + size.heap);
        return options;
    }

    /** {@return its name, for example {@code mixed-1000} or {@code mixed-100-zgc}} */
    String id() {
        var id = shape.id() + "-" + size.id();
        return machine == Machine.PLAIN ? id : id + "-" + machine.id;
    }
}
