package io.memcmp.analysis.heapdump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the places in an outline where an unusual share of the heap piles up. */
final class SuspectSearch {
    private final DominatorOutline outline;
    private final Kinds kinds;
    private final long least;
    private final List<Pileup> found = new ArrayList<>();

    SuspectSearch(DominatorOutline outline, Kinds kinds, long least) {
        this.outline = outline;
        this.kinds = kinds;
        this.least = least;
    }

    List<Pileup> pileups() {
        for (var front : Front.roots(outline).large(least, kinds.classes())) {
            if (front.isPile()) {
                found.add(Pileup.of(List.of(), front));
            } else {
                descend(List.of(front));
            }
        }
        found.sort(Comparator.comparingLong(pileup -> -pileup.last().retained()));
        return found;
    }

    /** A way goes on to every single object that still retains enough; a level is one of the outline, so there are few. */
    private void descend(List<Front> way) {
        var below = way.getLast().large(least, kinds.classes());
        var pile = below.stream().filter(Front::isPile).findFirst();
        if (pile.isPresent()) {
            found.add(Pileup.of(way, pile.get()));
        } else if (below.isEmpty()) {
            found.add(Pileup.without(way));
        }
        for (var next : below) {
            if (!next.isPile()) {
                var longer = new ArrayList<>(way);
                longer.add(next);
                descend(longer);
            }
        }
    }
}
