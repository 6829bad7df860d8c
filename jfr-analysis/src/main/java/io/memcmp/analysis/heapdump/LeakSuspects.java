package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** What retains so much of an object's bytes stands for the object. */
    private static final double NEARLY_ALL = 0.8;

    private static final int MOST = 10;

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

        private Suspect with(String words) {
            return new Suspect(object, name, instances, retained, share, holders, accumulation, path, words);
        }
    }

    /**
     * Who keeps something.
     *
     * @param kind what it is
     * @param object its number; of a root what it keeps
     * @param name its class; of a class object {@code class} and its name; of a root what kind of root
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
            /** Another object, which nothing else keeps alone. */
            OBJECT("object"),
            /** What is kept is alive by itself, for example on the stack of a thread; the name says why. */
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
        return retaining(dump, outline, Math.max(LEAST_BYTES, (long) Math.ceil(share * outline.retained())));
    }

    /** What retains at least so many bytes in one place. */
    static List<Suspect> retaining(HeapDump dump, DominatorOutline outline, long least) throws IOException {
        var kinds = new Kinds(dump.classes());
        var pileups = new SuspectSearch(outline, kinds, least).pileups();
        var finder = new Holders(dump, kinds);
        var kept = finder.of(pileups);
        var suspects = new ArrayList<Suspect>();
        for (int i = 0; i < pileups.size() && i < MOST; i++) {
            var pileup = pileups.get(i);
            int end = kept.get(i).example() == HeapDump.NONE || !pileup.way().isEmpty()
                    ? pileup.accumulation().object()
                    : kept.get(i).example();
            var path = dump.pathTo(end);
            var holders = finder.withRoot(kept.get(i), pileup, path);
            if (!isLoaded(pileup, holders)) {
                var object = pileup.suspect(finder.onTheWay(pileup), NEARLY_ALL);
                suspects.add(suspect(object, pileup, holders, path, outline.retained()));
            }
        }
        return suspects.stream()
                .sorted(Comparator.comparingLong(Suspect::retained).reversed().thenComparingInt(Suspect::object))
                .toList();
    }

    /** A class loader keeps all its classes and what those keep: that is no news unless it is much of one kind. */
    private static boolean isLoaded(Pileup pileup, List<Holder> holders) {
        return pileup.pile().isEmpty()
                && pileup.accumulation().shape() == Shape.MANY
                && holders.stream().anyMatch(holder -> holder.kind() == Holder.Kind.LOADER);
    }

    private static Suspect suspect(Front object, Pileup pileup, List<Holder> holders, List<PathStep> path, long all) {
        var unnamed = new Suspect(
                object.example(),
                object.name(),
                object.instances(),
                object.retained(),
                (double) object.retained() / all,
                holders,
                pileup.accumulation(),
                path,
                "");
        return unnamed.with(SuspectWords.of(unnamed));
    }
}
