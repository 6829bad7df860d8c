import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/** Wastes memory in known amounts, and writes a dump of its heap: {@code Wasteful FILE}. Its collections are of classes of its own. */
public final class Wasteful {
    static final List<Object> KEPT = new ArrayList<>();

    private Wasteful() {}

    static final class Bag extends ArrayList<Object> {
        Bag(int capacity) {
            super(capacity);
        }
    }

    static final class Table extends HashMap<Object, Object> {
        Table(int capacity) {
            super(capacity);
        }
    }

    static final class Chosen extends HashSet<Object> {}

    static final class Queue extends ArrayDeque<Object> {}

    static final class Sorted extends TreeMap<Object, Object> {}

    public static void main(String[] args) throws Exception {
        strings();
        arrays();
        collections();
        boxes();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(args[0], true);
    }

    private static void strings() {
        var once = "a text of which there are very many, " + KEPT.size();
        var wide = "ein Text mit λ, von dem es viele gibt, ja sehr viele, " + KEPT.size();
        for (int i = 0; i < 1000; i++) {
            KEPT.add(new String(once.toCharArray()));
        }
        for (int i = 0; i < 300; i++) {
            KEPT.add(new String(wide.toCharArray()));
        }
        var shared = new String("a text whose array is that of many strings, not equal to any other " + KEPT.size());
        KEPT.add(shared);
        for (int i = 1; i < 200; i++) {
            KEPT.add(new String(shared));
        }
    }

    private static void arrays() {
        for (int i = 0; i < 500; i++) {
            var same = new int[1000];
            Arrays.fill(same, 77);
            KEPT.add(same);
            var different = new int[1001];
            different[1000] = i;
            KEPT.add(different);
        }
        for (int i = 0; i < 3; i++) {
            KEPT.add(new long[1 << 20]); // longer than any window
        }
    }

    private static void collections() {
        for (int i = 0; i < 100; i++) {
            KEPT.add(new Bag(0));
            KEPT.add(new Bag(50));
            var sparse = new Bag(50);
            sparse.add("");
            sparse.add(null);
            KEPT.add(sparse);
            var full = new Bag(4);
            full.addAll(List.of("", "", "", ""));
            KEPT.add(full);
        }
        for (int i = 0; i < 70; i++) {
            KEPT.add(new Table(16));
            var sparse = new Table(64);
            sparse.put("", "");
            KEPT.add(sparse);
            KEPT.add(new Chosen());
            KEPT.add(new Queue());
            KEPT.add(new Sorted());
        }
    }

    private static void boxes() {
        for (int i = 0; i < 5000; i++) {
            KEPT.add(Short.valueOf((short) (1000 + i % 50)));
        }
    }
}
