package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.Hprof.Format;
import io.memcmp.analysis.heapdump.Hprof.Links;
import io.memcmp.analysis.heapdump.Hprof.Named;
import io.memcmp.analysis.heapdump.Hprof.RootKind;
import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Graphs as large as one likes, of nodes with two references and perhaps one array of nodes, of which it is known by
 * construction who dominates whom. They are those on which algorithms for dominators are known to go quadratic or deep.
 */
enum Shape {
    /** Each node refers to the next. */
    CHAIN {
        @Override
        int first(int node, int nodes) {
            return next(node, nodes);
        }
    },
    /** The last refers to the first again. */
    CYCLE {
        @Override
        int first(int node, int nodes) {
            return (node + 1) % nodes;
        }
    },
    /** A cycle in which each node refers to one far behind it, too. */
    CHORDS {
        @Override
        int first(int node, int nodes) {
            return (node + 1) % nodes;
        }

        @Override
        int second(int node, int nodes) {
            return (int) (node * 7919L % (node + 1L));
        }
    },
    /** Each node of a list refers to the last one, which all share. */
    SHARED {
        @Override
        int first(int node, int nodes) {
            return next(node, nodes - 1);
        }

        @Override
        int second(int node, int nodes) {
            return nodes - 1;
        }

        @Override
        int dominator(int node, int nodes) {
            return node == nodes - 1 ? 0 : node - 1;
        }
    },
    /** Each knows the next and the one before; the first is held. */
    DOUBLY {
        @Override
        int first(int node, int nodes) {
            return next(node, nodes);
        }

        @Override
        int second(int node, int nodes) {
            return node - 1;
        }
    },
    /** The same with both ends held. */
    ENDS {
        @Override
        int first(int node, int nodes) {
            return next(node, nodes);
        }

        @Override
        int second(int node, int nodes) {
            return node - 1;
        }

        @Override
        boolean root(int node, int nodes) {
            return node == 0 || node == nodes - 1;
        }

        @Override
        int dominator(int node, int nodes) {
            return NONE;
        }
    },
    /** A list whose elements stand in an array, too; the first node holds both. */
    LISTED {
        @Override
        int first(int node, int nodes) {
            return next(node, nodes);
        }

        @Override
        int second(int node, int nodes) {
            return node == 0 ? nodes : NONE;
        }

        @Override
        boolean array() {
            return true;
        }

        @Override
        int dominator(int node, int nodes) {
            return node == 0 ? NONE : 0;
        }
    },
    /** Two rails; each rung is crossed both ways. */
    LADDER {
        @Override
        int first(int node, int nodes) {
            return next(node | 1, nodes);
        }

        @Override
        int second(int node, int nodes) {
            return next((node | 1) + 1, nodes);
        }

        @Override
        boolean root(int node, int nodes) {
            return node < 2;
        }

        @Override
        int dominator(int node, int nodes) {
            return NONE;
        }
    },
    /** Two ways from one to the third after it, again and again. */
    DIAMONDS {
        @Override
        int first(int node, int nodes) {
            return next(node - node % 3 + (node % 3 == 0 ? 0 : 2), nodes);
        }

        @Override
        int second(int node, int nodes) {
            return node % 3 == 0 ? next(node + 1, nodes) : NONE;
        }

        @Override
        int dominator(int node, int nodes) {
            return node == 0 ? NONE : (node - 1) / 3 * 3;
        }
    },
    /** An array holds all, and all refer to the array. */
    STAR {
        @Override
        int first(int node, int nodes) {
            return nodes;
        }

        @Override
        boolean array() {
            return true;
        }

        @Override
        boolean root(int node, int nodes) {
            return node == nodes;
        }

        @Override
        int dominator(int node, int nodes) {
            return node == nodes ? NONE : nodes;
        }
    },
    /** An array holds a list from its end on, a list from its beginning on, and a cycle. */
    THIRDS {
        @Override
        int first(int node, int nodes) {
            int third = nodes / 3;
            if (node < third) {
                return next(node, third);
            }
            if (node < 2 * third) {
                return node == third ? NONE : node - 1;
            }
            return node + 1 < nodes ? node + 1 : 2 * third;
        }

        @Override
        boolean array() {
            return true;
        }

        @Override
        boolean root(int node, int nodes) {
            return node == nodes;
        }

        @Override
        int dominator(int node, int nodes) {
            return node == nodes ? NONE : nodes;
        }
    },
    /** Each refers to two, and all to nobody else. */
    TREE {
        @Override
        int first(int node, int nodes) {
            return next(2 * node, nodes);
        }

        @Override
        int second(int node, int nodes) {
            return next(2 * node + 1, nodes);
        }

        @Override
        int dominator(int node, int nodes) {
            return node == 0 ? NONE : (node - 1) / 2;
        }
    };

    static final int NONE = -1;
    private static final long TYPE = 0x7_0000_0100L;
    private static final long ARRAY_TYPE = 0x7_0000_0200L;
    private static final long ARRAY = 0x7_0000_1000L;
    private static final int NODE_BYTES = 24;

    /** Where the nodes lie. */
    enum Order {
        UPWARDS,
        DOWNWARDS,
        SCATTERED
    }

    abstract int first(int node, int nodes);

    int second(int node, int nodes) {
        return NONE;
    }

    /** Whether there is an array of all nodes; its number is that of the nodes. */
    boolean array() {
        return false;
    }

    boolean root(int node, int nodes) {
        return node == 0;
    }

    int dominator(int node, int nodes) {
        return node - 1;
    }

    private static int next(int node, int nodes) {
        return node + 1 < nodes ? node + 1 : NONE;
    }

    static long address(int node, int nodes, Order order) {
        if (node == NONE) {
            return 0;
        }
        if (node == nodes) {
            return ARRAY;
        }
        long place = switch (order) {
            case UPWARDS -> node;
            case DOWNWARDS -> nodes - 1L - node;
            case SCATTERED -> node * 1_000_003L % nodes; // a prime that divides no number of nodes
        };
        // Behind the array, whatever its length.
        return ARRAY + 16 + 8L * (nodes + 2) + NODE_BYTES * place;
    }

    void write(Path file, int nodes, Order order) throws IOException {
        try (var out = new Hprof(Files.newOutputStream(file), Format.USUAL)) {
            types(out);
            for (int node = 0; node < nodes; node++) {
                var fields = out.bytes().u4(node);
                fields.id(address(first(node, nodes), nodes, order)).id(address(second(node, nodes), nodes, order));
                out.instance(address(node, nodes, order), TYPE, fields);
            }
            if (array()) {
                var all = LongStream.range(0, nodes)
                        .map(node -> address((int) node, nodes, order))
                        .iterator();
                out.references(ARRAY, ARRAY_TYPE, nodes, all::next);
            }
            for (int node = 0; node <= nodes; node++) {
                if (root(node, nodes) && (node < nodes || array())) {
                    out.root(RootKind.JAVA_FRAME, address(node, nodes, order));
                }
            }
        }
    }

    private static void types(Hprof out) throws IOException {
        var names = List.of(
                "app/Node", "[Ljava/lang/Object;", "java/lang/Object", "java/lang/Class", "value", "left", "right");
        for (int i = 0; i < names.size(); i++) {
            out.text(i + 1, names.get(i));
        }
        var nothing = new Links(0, 0, 0, 0);
        var under = new Links(TYPE + 0x200, 0, 0, 0);
        out.loadClass(1, TYPE, 1);
        out.loadClass(2, ARRAY_TYPE, 2);
        out.loadClass(3, TYPE + 0x200, 3);
        out.loadClass(4, TYPE + 0x300, 4);
        out.type(TYPE + 0x200, nothing, List.of(), List.of());
        out.type(TYPE + 0x300, under, List.of(), List.of());
        out.type(ARRAY_TYPE, under, List.of(), List.of());
        out.type(
                TYPE,
                under,
                List.of(),
                List.of(
                        new Named(5, FieldKind.INT, 0),
                        new Named(6, FieldKind.REF, 0),
                        new Named(7, FieldKind.REF, 0)));
    }
}
