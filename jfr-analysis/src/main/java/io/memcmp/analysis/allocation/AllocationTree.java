package io.memcmp.analysis.allocation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Every stack that allocated, joined from the root on; its leaves are the classes allocated. Bytes are an estimate, as
 * {@link AllocationProfile#source} says.
 *
 * <p>Where more than {@value #MOST_NODES} places in it would be needed, a stack that comes later counts where it leaves those
 * that are there.
 */
public final class AllocationTree {
    static final int MOST_NODES = 1 << 19;
    private static final int ROOT = 0;

    /** Pairs of the number of the parent and the number of the name; the first is the root. */
    private final PairTable nodes = new PairTable();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private long[] bytes = new long[16];
    private int letters;

    AllocationTree() {
        nodes.number(-1, -1);
    }

    /** The number that stands for the name of a frame or class. */
    int name(String name) {
        var known = numbers.get(name);
        if (known != null) {
            return known;
        }
        boolean room = names.size() < Names.MOST && letters + name.length() <= Names.MOST_LETTERS;
        if (!room && !name.equals(Names.OTHERS)) {
            return name(Names.OTHERS);
        }
        letters += name.length();
        names.add(name);
        numbers.put(name, names.size() - 1);
        return names.size() - 1;
    }

    /** Adds the bytes that a stack allocated of a class; the stack is told by the numbers of its frames, the top one first. */
    void add(int[] frames, int count, int leaf, long more) {
        int node = ROOT;
        for (int i = count - 1; i >= 0; i--) {
            node = child(node, frames[i]);
        }
        node = child(node, leaf);
        if (node >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, node + 1));
        }
        bytes[node] = Names.sum(bytes[node], more);
    }

    private int child(int node, int name) {
        int known = nodes.find(node, name);
        if (known >= 0) {
            return known;
        }
        return nodes.size() < MOST_NODES ? nodes.number(node, name) : node;
    }

    /** {@return whether nothing was allocated} */
    public boolean isEmpty() {
        return nodes.size() == 1;
    }

    /**
     * Writes one line for each stack and class, {@code root;caller;callee;class bytes}: collapsed stacks, as flame-graph
     * viewers read them. In names, whatever would end a name or a line is written as {@code \}{@code uXXXX}, and so is the
     * backslash. Lines are in the order of the names, from the root on.
     *
     * @param out where to
     * @throws IOException if it refuses
     */
    public void writeTo(Appendable out) throws IOException {
        new Writer(out).children(ROOT);
    }

    /** Goes through the tree; as deep as a stack is, which is bounded. */
    private final class Writer {
        private final Appendable out;
        private final String[] written;
        private final int[] byRank;
        private final long[] ordered;
        private final StringBuilder path = new StringBuilder();

        Writer(Appendable out) {
            this.out = out;
            written = names.stream().map(CollapsedNames::of).toArray(String[]::new);
            byRank = IntStream.range(0, written.length)
                    .boxed()
                    .sorted(Comparator.comparing(names::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            var rank = new int[byRank.length];
            for (int i = 0; i < byRank.length; i++) {
                rank[byRank[i]] = i;
            }
            ordered = IntStream.range(1, nodes.size())
                    .mapToLong(node -> nodes.first(node) << Integer.SIZE | rank[(int) nodes.second(node)])
                    .sorted()
                    .toArray();
        }

        void children(int parent) throws IOException {
            int found = Arrays.binarySearch(ordered, (long) parent << Integer.SIZE);
            int length = path.length();
            for (int i = found < 0 ? -found - 1 : found;
                    i < ordered.length && ordered[i] >> Integer.SIZE == parent;
                    i++) {
                int name = byRank[(int) ordered[i]];
                int node = nodes.find(parent, name);
                path.append(length == 0 ? "" : ";").append(written[name]);
                if (node < bytes.length && bytes[node] > 0) {
                    out.append(path)
                            .append(' ')
                            .append(Long.toString(bytes[node]))
                            .append('\n');
                }
                children(node);
                path.setLength(length);
            }
        }
    }
}
