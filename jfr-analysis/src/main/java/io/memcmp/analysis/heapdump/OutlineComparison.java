package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.DominatorDiff.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks down two outlines at once, along the same names. */
final class OutlineComparison {
    private final DominatorOutline older;
    private final DominatorOutline newer;
    private final long least;
    private final DominatorTree.Limits limits;

    OutlineComparison(DominatorOutline older, DominatorOutline newer, long least, DominatorTree.Limits limits) {
        this.older = older;
        this.newer = newer;
        this.least = least;
        this.limits = limits;
    }

    List<Change> changes() {
        return below(new Pair(List.of(Places.ROOTS), List.of(Places.ROOTS)), 1);
    }

    /** Places of the same names on the way to them: what stands by itself in an outline may be several. */
    private record Pair(List<Integer> older, List<Integer> newer) {
        Pair() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private List<Change> below(Pair pair, int level) {
        if (level > limits.depth()) {
            return List.of();
        }
        Map<String, Pair> byName = new LinkedHashMap<>();
        for (int place : pair.older()) {
            older.under(place)
                    .forEach(child -> at(byName, older.name(child)).older().add(child));
        }
        for (int place : pair.newer()) {
            newer.under(place)
                    .forEach(child -> at(byName, newer.name(child)).newer().add(child));
        }
        var changes = new ArrayList<Change>();
        byName.forEach((name, both) -> change(name, both, level).ifPresent(changes::add));
        changes.sort(Comparator.<Change>comparingLong(change -> -weight(change))
                .thenComparingLong(change -> -change.after().bytes())
                .thenComparing(Change::name));
        return changes.subList(0, Math.min(limits.breadth(), changes.size()));
    }

    /** A place may stay as it is while what is under it changes hands. */
    private static long weight(Change change) {
        return change.children().stream()
                .mapToLong(OutlineComparison::weight)
                .reduce(Math.abs(change.bytes()), Math::max);
    }

    private static Pair at(Map<String, Pair> byName, String name) {
        return byName.computeIfAbsent(ClassNames.stable(name), _ -> new Pair());
    }

    /** Empty where neither the place nor anything below it has changed enough. */
    private Optional<Change> change(String name, Pair both, int level) {
        var before = amount(older, both.older());
        var after = amount(newer, both.newer());
        if (Math.max(before.bytes(), after.bytes()) < least) {
            return Optional.empty();
        }
        var change = new Change(name, before, after, below(both, level + 1));
        boolean told = Math.abs(change.bytes()) >= least || !change.children().isEmpty();
        return told ? Optional.of(change) : Optional.empty();
    }

    private static Amount amount(DominatorOutline outline, List<Integer> places) {
        long instances = 0;
        long bytes = 0;
        for (int place : places) {
            instances += outline.places().instances(place) + outline.places().nested(place);
            bytes += outline.places().retained(place);
        }
        return new Amount(instances, bytes);
    }
}
