package io.memcmp.heaps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.heaps.DominatorPaths.Chain;
import io.memcmp.result.DumpDifference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Chains of dominators, and what two dumps' chains say of each other. */
class DominatorPathsTest {
    private static final long LEAST = 100;

    private static DominatorPaths paths(Map<String, Long> retained, String... unopened) {
        var chains = new HashMap<List<String>, Chain>();
        retained.forEach((chain, bytes) -> {
            var names = List.of(chain.split("/"));
            chains.put(names, new Chain(bytes, names, !List.of(unopened).contains(chain)));
        });
        return new DominatorPaths(chains, LEAST);
    }

    private static List<DumpDifference.OfPath> changes(DominatorPaths before, DominatorPaths after) {
        var difference = HeapDiff.of(digest(before), digest(after), 10);
        return difference.paths().present().orElseThrow();
    }

    private static Digest digest(DominatorPaths paths) {
        return new Digest("dump", Amount.NONE, Observed.missing("made up"), Map.of(), Observed.of(paths));
    }

    @Test
    void whatIsNotThereIsZeroWhereItWasLookedForAndUnknownWhereItWasNot() {
        var paths = paths(Map.of("App", 1000L, "App/Map", 900L, "Other", 50L), "App/Map", "Other");
        assertEquals(Optional.of(900L), paths.retained(List.of("App", "Map")));
        assertEquals(Optional.of(0L), paths.retained(List.of("Nothing")));
        assertEquals(Optional.of(0L), paths.retained(List.of("App", "List")));
        assertEquals(Optional.of(0L), paths.retained(List.of("App", "List", "Node")));
        assertEquals(Optional.empty(), paths.retained(List.of("App", "Map", "Node")));
        assertEquals(Optional.empty(), paths.retained(List.of("App", "Map", "Node", "Key")));
    }

    @Test
    void theLongestChainThatHasTheChangeStandsForIt() {
        var before = paths(Map.of("App", 1000L, "App/Map", 900L, "App/List", 50L));
        var after = paths(Map.of("App", 6000L, "App/Map", 5890L, "App/List", 60L));
        var changes = changes(before, after);
        assertEquals(
                List.of(List.of("App", "Map")),
                changes.stream().map(DumpDifference.OfPath::path).toList());
        assertEquals(Observed.of(900L), changes.getFirst().older());
        assertEquals(Observed.of(5890L), changes.getFirst().newer());
    }

    @Test
    void aChangeThatIsDividedIsToldOfTheWholeToo() {
        var before = paths(Map.of("App", 1000L));
        var after = paths(Map.of("App", 6000L, "App/Map", 3000L, "App/List", 2500L));
        assertEquals(
                List.of(List.of("App"), List.of("App", "Map"), List.of("App", "List")),
                changes(before, after).stream().map(DumpDifference.OfPath::path).toList());
    }

    @Test
    void whatHasGoneIsAChangeToo() {
        var before = paths(Map.of("App", 1000L));
        var after = paths(Map.of("Other", 5L));
        var change = changes(before, after).getFirst();
        assertEquals(List.of("App"), change.path());
        assertEquals(Observed.of(0L), change.newer());
    }

    @Test
    void whatIsTooSmallToBeLookedAtHasAReasonAndNoFigure() {
        var before = paths(Map.of("App", 90L), "App");
        var after = paths(Map.of("App", 6000L, "App/Map", 5000L));
        var map = changes(before, after).stream()
                .filter(change -> change.path().size() == 2)
                .findFirst()
                .orElseThrow();
        assertEquals(Observed.missing("less than 100 bytes, and not looked at"), map.older());
    }
}
