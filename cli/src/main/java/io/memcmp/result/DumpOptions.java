package io.memcmp.result;

import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import java.util.List;

/**
 * What is wanted of heap dumps.
 *
 * @param references which references keep an object alive
 * @param quick whether classes, instances and bytes are enough
 * @param top length of the longest lists
 * @param tree how the tree of dominators is cut
 * @param suspectShare of the live bytes, from which on what holds them is suspect, 0 to 1
 * @param waste whether wasted bytes are looked for
 * @param values whether contents of objects may be shown
 * @param questions about classes and objects
 */
public record DumpOptions(
        References references,
        boolean quick,
        int top,
        Tree tree,
        double suspectShare,
        boolean waste,
        boolean values,
        Questions questions) {
    /**
     * How much of the tree of dominators is shown.
     *
     * @param depth levels below the roots
     * @param breadth objects below one
     * @param share of the live bytes that an object retains at least, 0 to 1
     */
    public record Tree(int depth, int breadth, double share) {}

    /**
     * What is asked about single classes and objects.
     *
     * @param classes names of classes
     * @param objects addresses
     * @param paths addresses, or names of classes, to which a path is wanted
     */
    public record Questions(List<String> classes, List<Long> objects, List<String> paths) {
        /** Nothing. */
        public static final Questions NONE = new Questions(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Questions {
            classes = List.copyOf(classes);
            objects = List.copyOf(objects);
            paths = List.copyOf(paths);
        }
    }
}
