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
 * @param links the first objects of a chain of several classes, before it is known to be one
 * @param pile what piles up under the last of them; empty where it is no one class
 */
record Pileup(List<Front> way, List<Front> links, Optional<Front> pile) {
    /** How many classes are told, from the outside in. */
    private static final int MOST_CONTENTS = 8;

    Pileup {
        way = List.copyOf(way);
        links = List.copyOf(links);
    }

    /** Many objects of different classes, or one large one, at the end of a way. */
    static Pileup without(List<Front> way) {
        return new Pileup(way, List.of(), Optional.empty());
    }

    /** A pile at the end of a way. The links of a chain of several classes at its beginning belong to the chain. */
    static Pileup of(List<Front> way, Front pile) {
        int period = pile.period();
        int links = Math.max(0, way.size() - (period - 1)); // one of each class comes before a class returns
        while (period > 1 && links > 0) {
            var again = links - 1 + period < way.size() ? way.get(links - 1 + period) : pile;
            if (way.get(links - 1).kind() != again.kind()) {
                break;
            }
            links--;
        }
        return new Pileup(way.subList(0, links), way.subList(links, way.size()), Optional.of(pile));
    }

    /** The first object of what piles up, or the pile where it is no chain. */
    private Front head() {
        return links.isEmpty() ? pile.orElseThrow() : links.getFirst();
    }

    /** The last single object, or the pile where there is none. */
    Front last() {
        return way.isEmpty() ? head() : way.getLast();
    }

    /** What comes next on the way after an object on it; empty at the end. */
    Optional<Front> after(int index) {
        return index + 1 < way.size()
                ? Optional.of(way.get(index + 1))
                : pile.map(_ -> head()).filter(front -> front.instances() == 1);
    }

    /** What is suspected of the way: as far up as nearly everything is still this pile, but not the holder itself. */
    Front suspect(int holder, double nearly) {
        int index = way.size() - 1;
        if (index < 0 || index == holder) {
            return after(index).orElse(last());
        }
        while (index - 1 > holder && way.get(index - 1).retained() * nearly <= last().retained()) {
            index--;
        }
        return way.get(index);
    }

    Accumulation accumulation() {
        var shape = shape();
        var at = shape == Shape.CHAIN || shape == Shape.TREE ? head() : last();
        return new Accumulation(shape, at.example(), at.name(), at.instances(), at.retained(), contents());
    }

    private Shape shape() {
        if (pile.isPresent()) {
            return pile.get().nesting().orElse(way.isEmpty() ? Shape.SCATTERED : Shape.MANY);
        }
        return 2 * last().shallow() >= last().retained() ? Shape.ONE : Shape.MANY;
    }

    private List<Content> contents() {
        var contents = new ArrayList<Content>();
        pile.ifPresent(front -> addChain(front, contents));
        var next = pile.isPresent() ? pile.get().most() : last().most();
        while (next.isPresent() && contents.size() < MOST_CONTENTS) {
            contents.add(content(next.get(), next.get().members()));
            next = next.get().most();
        }
        return contents;
    }

    /** What piles up; of a chain in which two classes take turns, both. */
    private void addChain(Front front, List<Content> contents) {
        var head = head();
        contents.add(content(head, linked(front, head.kind())));
        if (front.period() == 2 && links.size() > 1) {
            contents.add(content(links.get(1), linked(front, links.get(1).kind())));
        }
    }

    private long linked(Front front, int kind) {
        long before = links.stream().filter(link -> link.kind() == kind).count();
        return before + (front.kind() == kind ? front.members() : front.between());
    }

    private static Content content(Front front, long instances) {
        return new Content(front.example(), front.name(), instances, front.retained());
    }
}
