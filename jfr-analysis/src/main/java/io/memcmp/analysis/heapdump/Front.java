package io.memcmp.analysis.heapdump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Places of an outline side by side that hold objects of one class.
 *
 * @param outline that they are of
 * @param places at least one
 */
record Front(DominatorOutline outline, List<Integer> places) {
    /** Fewer than this one behind another are no chain that anybody would look at. */
    private static final int SHORTEST_CHAIN = 100;

    private static final Comparator<Front> LARGEST =
            Comparator.comparingLong(Front::retained).reversed().thenComparingInt(Front::example);

    static Front roots(DominatorOutline outline) {
        return new Front(outline, List.of(Places.ROOTS));
    }

    private long sum(ToLongFunction<Integer> figure) {
        return places.stream().mapToLong(figure).sum();
    }

    long instances() {
        return sum(outline.places()::instances);
    }

    /** All objects of its class in it, those beneath each other too. */
    long members() {
        return instances() + sum(outline.places()::nested);
    }

    /** Objects of other classes between those. */
    long between() {
        return sum(outline.places()::between);
    }

    /** How many classes take turns in the chain that it is; else 1. */
    int period() {
        return outline.places().period(places.getFirst());
    }

    long retained() {
        return sum(outline.places()::retained);
    }

    long shallow() {
        return sum(outline.places()::shallow);
    }

    int example() {
        return outline.places().example(places.getFirst());
    }

    int kind() {
        return outline.places().kind(places.getFirst());
    }

    String name() {
        var first = outline.name(places.getFirst());
        return places.stream().map(outline::name).allMatch(first::equals) ? first : "java.lang.Class";
    }

    /** Several objects, or a chain or tree of them: no way leads on to one of them that matters more. */
    boolean isPile() {
        return instances() > 1 || isNested();
    }

    private boolean isNested() {
        long nested = members() - instances();
        return nested >= SHORTEST_CHAIN && nested >= 4 * instances();
    }

    /** Whether its objects stand below each other, and whether they branch there; empty where they stand side by side. */
    Optional<LeakSuspects.Shape> nesting() {
        if (!isNested()) {
            return Optional.empty();
        }
        boolean branches = sum(outline.places()::ends) > instances() + members() / 100;
        return Optional.of(branches ? LeakSuspects.Shape.TREE : LeakSuspects.Shape.CHAIN);
    }

    /** Objects directly under these, each that retains so much by itself, and others by class where they do together. */
    List<Front> large(long least, int classOfClasses) {
        var alone = new ArrayList<Front>();
        Map<Integer, List<Integer>> together = new LinkedHashMap<>();
        var all = outline.places();
        for (int place : places) {
            outline.under(place).forEach(child -> {
                if (all.single(child) && all.retained(child) >= least) {
                    alone.add(new Front(outline, List.of(child)));
                } else if (all.kind(child) != classOfClasses) {
                    together.computeIfAbsent(all.kind(child), _ -> new ArrayList<>())
                            .add(child);
                }
            });
        }
        var groups = together.values().stream()
                .map(children -> new Front(outline, List.copyOf(children)))
                .filter(front -> front.retained() >= least);
        return Stream.concat(alone.stream(), groups).sorted(LARGEST).toList();
    }

    /** What most of the bytes under these are in, if that is one class. */
    Optional<Front> most() {
        Map<Integer, List<Integer>> byKind = new LinkedHashMap<>();
        for (int place : places) {
            outline.under(place)
                    .forEach(child -> byKind.computeIfAbsent(outline.places().kind(child), _ -> new ArrayList<>())
                            .add(child));
        }
        return byKind.values().stream()
                .map(children -> new Front(outline, List.copyOf(children)))
                .min(LARGEST)
                .filter(front -> 2 * front.retained() >= retained());
    }
}
