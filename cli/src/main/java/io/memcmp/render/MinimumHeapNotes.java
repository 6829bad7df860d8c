package io.memcmp.render;

import io.memcmp.result.MinimumHeap;
import java.util.List;

/** What the heaps of a run are multiples of. */
final class MinimumHeapNotes {
    private MinimumHeapNotes() {}

    static List<Block> of(List<MinimumHeap> minimums) {
        return minimums.stream()
                .<Block>map(minimum -> new Block.Note(note(minimum, minimums.size() > 1)))
                .toList();
    }

    private static String note(MinimumHeap minimum, boolean oneOfSeveral) {
        var whose = oneOfSeveral ? minimum.subject() + ": " : "";
        var size = whose + "heaps are multiples of " + minimum.size().forJvm();
        return minimum.found()
                .map(found -> size + ", the minimum heap with " + found.collector() + " on JDK " + found.jdk()
                        + " (within " + CsvRenderer.number(found.tau())
                        + " times the wall time in a generous heap); other collectors have other minimums"
                        + (found.doubtful() ? "; doubtful: the machine was busy, and it may be smaller" : ""))
                .orElse(size + ", given by --minheap");
    }
}
