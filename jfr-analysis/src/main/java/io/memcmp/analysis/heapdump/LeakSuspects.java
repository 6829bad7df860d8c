package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds what holds an unusual share of a heap. */
public final class LeakSuspects {
    /** Share from which on it is unusual for a single place. */
    public static final double UNUSUAL = 0.1;

    /**
     * Bytes below which no share is unusual: a virtual machine that has hardly begun has two or three megabytes of its own,
     * and some of its tables are a large part of that.
     */
    public static final long LEAST_BYTES = 4L << 20;

    private LeakSuspects() {}

    /**
     * What holds a large share of the heap.
     *
     * @param object the object; of many objects of one class, one of them as an example
     * @param name its class; of a class object {@code class} and its name
     * @param instances how many objects this is
     * @param retained bytes that they retain
     * @param share of the bytes that are reached, from 0 to 1
     * @param holders who keeps it: one, or several of which each is enough
     * @param accumulation where in it the memory piles up
     * @param path from a root to where it piles up, or to one of the objects that do
     * @param reason all of this in plain words, one or two sentences; names in it are as the dump has them
     */
    public record Suspect(
            int object,
            String name,
            long instances,
            long retained,
            double share,
            List<Holder> holders,
            Accumulation accumulation,
            List<PathStep> path,
            String reason) {
        /** Copies the lists. */
        public Suspect {
            holders = List.copyOf(holders);
            path = List.copyOf(path);
        }
    }

    /**
     * Who keeps something.
     *
     * @param kind what it is
     * @param object its number
     * @param name its class; of a class object {@code class} and its name
     * @param field the static field that keeps it; empty of everything else, and where it is not known
     */
    public record Holder(Kind kind, int object, String name, Optional<String> field) {
        /** What keeps things. */
        public enum Kind {
            /** A class, by a static field. */
            CLASS("class"),
            /** A thread, by its stack or its thread-local variables. */
            THREAD("thread"),
            /** A class loader, through classes or fields. */
            LOADER("class loader"),
            /** Another object that is a root. */
            ROOT("root");

            private final String text;

            Kind(String text) {
                this.text = text;
            }

            /** {@return what it is, for people} */
            public String text() {
                return text;
            }
        }
    }

    /**
     * Where memory piles up.
     *
     * @param shape in what form
     * @param object the last object before it fans out; of several, one of them as an example
     * @param name its class
     * @param instances how many of it there are: 1 except where many objects of a class are suspected together
     * @param retained bytes that it retains
     * @param contents what it is that piles up: the objects it dominates most of, what most of those consist of, and so on
     */
    public record Accumulation(
            Shape shape, int object, String name, long instances, long retained, List<Content> contents) {
        /** Copies the list. */
        public Accumulation {
            contents = List.copyOf(contents);
        }
    }

    /** In what form memory piles up. */
    public enum Shape {
        /** One object is as large by itself. */
        ONE,
        /** Many objects beside each other under one. */
        MANY,
        /** Objects one behind another. */
        CHAIN,
        /** Objects of a class below each other that branch. */
        TREE,
        /** Many objects of a class, not all under the same object. */
        SCATTERED
    }

    /**
     * Objects of a class that pile up.
     *
     * @param object one of them as an example
     * @param name their class
     * @param instances how many
     * @param bytes that they retain
     */
    public record Content(int object, String name, long instances, long bytes) {}

    /**
     * {@return what holds an unusual share, most first; empty where nothing does}
     *
     * @param dump read with its retained sizes
     * @param outline of it
     * @param share from which on it is unusual, from 0 to 1
     * @throws IOException when the file can no longer be read
     */
    public static List<Suspect> of(HeapDump dump, DominatorOutline outline, double share) throws IOException {
        throw new UnsupportedOperationException();
    }
}
