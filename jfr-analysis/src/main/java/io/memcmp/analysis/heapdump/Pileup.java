package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.LeakSuspects.Accumulation;
import io.memcmp.analysis.heapdump.LeakSuspects.Content;
import io.memcmp.analysis.heapdump.LeakSuspects.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way down the dominator tree to where memory piles up.
 *
 * @param way single objects, each dominating the next, from what the roots dominate on; empty where many objects of a class
 *     have no dominator
 * @param pile what piles up under the last of them; empty where it is no one class
 */
record Pileup(List<Front> way, Optional<Front> pile) {
    /** How many classes are told, from the outside in. */
    private static final int MOST_CONTENTS = 8;

    Pileup {
        way = List.copyOf(way);
    }

    /** The last single object, or the pile where there is none. */
    Front last() {
        return way.isEmpty() ? pile.orElseThrow() : way.getLast();
    }

    /** What is suspected of the way: as far up as nearly everything is still this pile, but not the holder itself. */
    Front suspect(int holder, double nearly) {
        int index = way.size() - 1;
        if (index < 0 || index == holder) {
            return last();
        }
        while (index - 1 > holder && way.get(index - 1).retained() * nearly <= last().retained()) {
            index--;
        }
        return way.get(index);
    }

    Accumulation accumulation() {
        var contents = contents();
        var shape = shape();
        var at = shape == Shape.CHAIN || shape == Shape.TREE ? pile.orElseThrow() : last();
        return new Accumulation(shape, at.example(), at.name(), at.instances(), at.retained(), contents);
    }

    private Shape shape() {
        if (pile.isPresent()) {
            return pile.get().nesting().orElse(way.isEmpty() ? Shape.SCATTERED : Shape.MANY);
        }
        return 2 * last().shallow() >= last().retained() ? Shape.ONE : Shape.MANY;
    }

    private List<Content> contents() {
        var contents = new ArrayList<Content>();
        var next = pile.isPresent() ? pile : last().most();
        while (next.isPresent() && contents.size() < MOST_CONTENTS) {
            contents.add(next.get().content());
            next = next.get().most();
        }
        return contents;
    }
}
