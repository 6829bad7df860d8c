package io.memcmp.heaps;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.result.DumpContents;
import io.memcmp.result.DumpDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** What changed from one dump to another. */
final class HeapDiff {
    /** Where a longer chain has so much of a change, the shorter one tells nothing more. */
    private static final double SAME = 0.9;

    private final Digest older;
    private final Digest newer;
    private final int top;

    private HeapDiff(Digest older, Digest newer, int top) {
        this.older = older;
        this.newer = newer;
        this.top = top;
    }

    static DumpDifference of(Digest older, Digest newer, int top) {
        return new HeapDiff(older, newer, top).difference();
    }

    private DumpDifference difference() {
        var classes = classes();
        return new DumpDifference(
                older.name(),
                newer.name(),
                totals(),
                classes.size(),
                classes.stream().limit(top).toList(),
                paths());
    }

    private List<DumpDifference.Total> totals() {
        var totals = new ArrayList<DumpDifference.Total>();
        totals.add(new DumpDifference.Total("all objects", older.all(), newer.all()));
        total("live", DumpContents.Totals::live).ifPresent(totals::add);
        total("weak-only", DumpContents.Totals::weakOnly).ifPresent(totals::add);
        total("unreachable", DumpContents.Totals::unreachable).ifPresent(totals::add);
        return totals;
    }

    private Optional<DumpDifference.Total> total(String name, Function<DumpContents.Totals, Amount> which) {
        return older.totals()
                .present()
                .flatMap(before -> newer.totals()
                        .present()
                        .map(after -> new DumpDifference.Total(name, which.apply(before), which.apply(after))));
    }

    private List<DumpDifference.OfClass> classes() {
        var names = new TreeSet<>(older.classes().keySet());
        names.addAll(newer.classes().keySet());
        return names.stream()
                .map(this::ofClass)
                .filter(each -> !each.older().equals(each.newer())
                        || !each.olderRetained().equals(each.newerRetained()))
                .sorted(Comparator.<DumpDifference.OfClass>comparingLong(each ->
                                Math.abs(each.newer().bytes() - each.older().bytes()))
                        .reversed()
                        .thenComparing(DumpDifference.OfClass::name))
                .toList();
    }

    private DumpDifference.OfClass ofClass(String name) {
        var before = older.classes().getOrDefault(name, none(older));
        var after = newer.classes().getOrDefault(name, none(newer));
        return new DumpDifference.OfClass(name, before.amount(), after.amount(), before.retained(), after.retained());
    }

    private static Digest.OfClass none(Digest of) {
        return switch (of.paths()) {
            case Observed.Present<DominatorPaths> _ -> Digest.OfClass.NONE;
            case Observed.Missing<DominatorPaths>(var reason) ->
                new Digest.OfClass(Amount.NONE, Observed.missing(reason));
        };
    }

    private Observed<List<DumpDifference.OfPath>> paths() {
        return switch (older.paths()) {
            case Observed.Missing<DominatorPaths>(var reason) -> Observed.missing(reason);
            case Observed.Present<DominatorPaths>(var before) -> newer.paths().map(after -> paths(before, after));
        };
    }

    /** How much more a chain retains than it did, as far as that is known. */
    private record Change(List<String> chain, long bytes) {}

    private List<DumpDifference.OfPath> paths(DominatorPaths before, DominatorPaths after) {
        var chains = new HashSet<>(before.chains().keySet());
        chains.addAll(after.chains().keySet());
        var changes = chains.stream()
                .map(chain -> new Change(
                        chain,
                        after.retained(chain).orElse(0L)
                                - before.retained(chain).orElse(0L)))
                .filter(change -> Math.abs(change.bytes()) >= Math.max(before.least(), after.least()))
                .sorted(Comparator.<Change>comparingLong(change -> -Math.abs(change.bytes()))
                        .thenComparingInt(change -> -change.chain().size())
                        .thenComparing(change -> String.join("/", change.chain())))
                .toList();
        return changes.stream()
                .filter(change -> changes.stream().noneMatch(other -> tellsMore(other, change)))
                .limit(top)
                .map(change -> path(change.chain(), before, after))
                .toList();
    }

    private static boolean tellsMore(Change other, Change than) {
        return other.chain().size() == than.chain().size() + 1
                && other.chain().subList(0, than.chain().size()).equals(than.chain())
                && Long.signum(other.bytes()) == Long.signum(than.bytes())
                && Math.abs(other.bytes()) >= SAME * Math.abs(than.bytes());
    }

    private static DumpDifference.OfPath path(List<String> chain, DominatorPaths before, DominatorPaths after) {
        var newest = after.chains().get(chain);
        var known = newest == null ? before.chains().get(chain) : newest;
        return new DumpDifference.OfPath(
                known == null ? chain : known.labels(), figure(chain, before), figure(chain, after));
    }

    private static Observed<Long> figure(List<String> chain, DominatorPaths in) {
        return in.retained(chain)
                .<Observed<Long>>map(Observed::of)
                .orElseGet(() -> Observed.missing("less than " + in.least() + " bytes, and not looked at"));
    }
}
