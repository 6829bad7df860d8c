package io.memcmp.analysis.heapdump;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                found.add(new Pileup(List.of(), Optional.of(front)));
            } else {
                descend(List.of(front));
            }
        }
        return found;
    }

    /** A way goes on to every single object that still retains enough; a level is one of the outline, so there are few. */
    private void descend(List<Front> way) {
        var below = way.getLast().large(least, kinds.classes());
        var pile = below.stream().filter(Front::isPile).findFirst();
        if (pile.isPresent() || below.isEmpty()) {
            found.add(new Pileup(way, pile));
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
