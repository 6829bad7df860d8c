package io.memcmp.analysis.heapdump;

import java.util.List;

/**
 * What has become of each place of the dominator tree, by the names of the classes on the way to it: addresses differ from
 * dump to dump.
 *
 * @param before bytes retained in the older dump
 * @param after bytes retained in the newer dump
 * @param top the places that the roots dominate directly, the largest change first
 * @param complete false where one of the trees held too many different places
 */
public record DominatorDiff(long before, long after, List<Change> top, boolean complete) {
    /** Copies the list. */
    public DominatorDiff {
        top = List.copyOf(top);
    }

    /**
     * Objects of a class in one place of the tree, in both dumps.
     *
     * @param name their class, without what a virtual machine makes up anew each time in the name of a lambda; of a class
     *     object {@code class} and its name
     * @param before how many there were and what they retained; nothing where there were none
     * @param after how many there are and what they retain
     * @param children what they dominate, the largest change first
     */
    public record Change(String name, Amount before, Amount after, List<Change> children) {
        /** Copies the list. */
        public Change {
            children = List.copyOf(children);
        }

        /** {@return by how many bytes it retains more} */
        public long bytes() {
            return after.bytes() - before.bytes();
        }
    }

    /**
     * {@return what changed}
     *
     * @param older outline of the dump written first
     * @param newer outline of the one written later
     * @param limits how deep and broad to tell; its share is the smallest change told, of the larger heap
     */
    public static DominatorDiff of(DominatorOutline older, DominatorOutline newer, DominatorTree.Limits limits) {
        long larger = Math.max(older.retained(), newer.retained());
        long least = Math.max(1, (long) Math.ceil(limits.share() * larger));
        var comparison = new OutlineComparison(older, newer, least, limits);
        return new DominatorDiff(
                older.retained(), newer.retained(), comparison.changes(), older.complete() && newer.complete());
    }
}
