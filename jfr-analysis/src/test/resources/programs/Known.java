import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** Holds a list, a cache and a graph full of circles, of which one can say what they keep, and writes a heap dump. */
public final class Known {
    static final class Link {
        final int value;
        final Link next;

        Link(int value, Link next) {
            this.value = value;
            this.next = next;
        }
    }

    static final class Parent {
        final Child[] children = new Child[4];
        final Parent next;

        Parent(Parent next) {
            this.next = next;
        }
    }

    static final class Child {
        final Parent parent;
        final int value;

        Child(Parent parent, int value) {
            this.parent = parent;
            this.value = value;
        }
    }

    static Link head;
    static Parent graph;
    static Map<Long, byte[]> cache = new HashMap<>();

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        for (int i = 0; i < count; i++) {
            head = new Link(i, head);
            graph = new Parent(graph);
            for (int j = 0; j < graph.children.length; j++) {
                graph.children[j] = new Child(graph, j);
            }
            cache.put(1000L + i, new byte[100]); // from 1000 on the keys are nobody else's
        }
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(args[0], true);
    }
}
