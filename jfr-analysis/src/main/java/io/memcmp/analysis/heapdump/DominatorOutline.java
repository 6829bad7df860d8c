package io.memcmp.analysis.heapdump;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * All objects of a dump, gathered along the dominator tree: what retains much stands by itself, the rest by class under
 * what dominates it. Made in a few passes over the objects, with four bytes for each while it is made (eight by {@link HeapDump#outline}), and needed by all
 * that speaks of dominators; it does not need the dump afterwards.
 */
public final class DominatorOutline {
    private final Places places;
    private final String[] names;

    /** Places in the order of their parents, and for each parent where its own begin. */
    private final int[] sorted;

    private final int[] first;

    private DominatorOutline(Places places, String[] names) {
        this.places = places;
        this.names = names;
        first = new int[places.size() + 1];
        for (int place = 1; place < places.size(); place++) {
            first[places.parent(place) + 1]++;
        }
        for (int place = 0; place < places.size(); place++) {
            first[place + 1] += first[place];
        }
        var next = first.clone();
        sorted = new int[places.size()];
        for (int place = 1; place < places.size(); place++) {
            sorted[next[places.parent(place)]++] = place;
        }
    }

    /**
     * {@return the outline of a dump}
     *
     * @param dump read with its retained sizes
     */
    public static DominatorOutline of(HeapDump dump) {
        try (var builder = new OutlineBuilder(dump)) {
            var places = builder.build();
            return new DominatorOutline(places, names(dump, places));
        }
    }

    private static String[] names(HeapDump dump, Places places) {
        var classes = dump.classes();
        var names = new String[places.size()];
        names[Places.ROOTS] = "";
        for (int place = 1; place < names.length; place++) {
            names[place] = places.single(place)
                    ? dump.nameOf(places.example(place))
                    : classes.get(places.kind(place)).name();
        }
        return names;
    }

    /** {@return bytes that the roots retain together: all that is reached} */
    public long retained() {
        return places.retained(Places.ROOTS);
    }

    /** {@return false where there were too many different places, and the last ones found are not told apart} */
    public boolean complete() {
        return places.complete();
    }

    Places places() {
        return places;
    }

    /** The class of what is in a place; of a class object {@code class} and its name. */
    String name(int place) {
        return names[place];
    }

    /** What is directly under a place, in no order that matters. */
    IntStream under(int place) {
        return IntStream.range(first[place], first[place + 1]).map(index -> sorted[index]);
    }

    /** The same, what retains most first, and no less than that. */
    int[] largest(int place, long least, int most) {
        return under(place)
                .filter(child -> places.retained(child) >= least)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(child -> -places.retained(child))
                        .thenComparingInt(child -> child))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
