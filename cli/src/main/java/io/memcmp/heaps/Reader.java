package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.DominatorOutline;
import io.memcmp.analysis.heapdump.DumpClass;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.PathStep;
import io.memcmp.result.DumpObject;
import io.memcmp.result.DumpStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An open dump, and its objects as reports show them. */
final class Reader {
    private final HeapDump dump;
    private final Map<String, List<DumpClass>> byName;
    private @Nullable DominatorOutline outline;

    private Reader(HeapDump dump, Map<String, List<DumpClass>> byName) {
        this.dump = dump;
        this.byName = byName;
    }

    static Reader of(HeapDump dump) {
        var byName = new HashMap<String, List<DumpClass>>();
        for (var each : dump.classes()) {
            byName.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
        }
        return new Reader(dump, byName);
    }

    HeapDump dump() {
        return dump;
    }

    /** {@return the names of all classes} */
    Set<String> names() {
        return byName.keySet();
    }

    /** {@return what all that speaks of dominators shares; made once} */
    DominatorOutline outline() throws IOException {
        if (outline == null) {
            outline = dump.outline();
        }
        return outline;
    }

    DumpObject object(int object) {
        return new DumpObject(
                dump.nameOf(object), dump.addressOf(object), dump.sizeOf(object), dump.retainedBy(object));
    }

    List<DumpObject> objects(int[] objects) {
        return Arrays.stream(objects).mapToObj(this::object).toList();
    }

    List<DumpStep> steps(List<PathStep> path) {
        return path.stream()
                .map(step -> new DumpStep(step.reference(), step.className(), dump.addressOf(step.object())))
                .toList();
    }

    /** {@return the classes of that name; none where the dump has none} */
    List<DumpClass> classes(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** {@return for each class of the dump, by its place, whether it is one of these} */
    boolean[] members(Collection<DumpClass> classes) {
        var members = new boolean[dump.classes().size()];
        classes.forEach(each -> members[each.index()] = true);
        return members;
    }

    /** {@return whether references that count reach it: what they do not retains nothing} */
    boolean live(int object) {
        return dump.retainedBy(object) > 0;
    }

    /** The objects that retain most. */
    final class Largest {
        private final int most;
        private final PriorityQueue<Integer> queue;

        Largest(int most) {
            this.most = most;
            this.queue = new PriorityQueue<>(order());
        }

        /** Least first; of equals the one with the higher address. */
        private Comparator<Integer> order() {
            return Comparator.<Integer>comparingLong(dump::retainedBy).thenComparing(Comparator.reverseOrder());
        }

        void offer(int object) {
            if (queue.size() < most) {
                queue.add(object);
            } else if (most > 0 && order().compare(object, queue.element()) > 0) {
                queue.remove();
                queue.add(object);
            }
        }

        /** {@return them, most first} */
        List<Integer> ordered() {
            return queue.stream().sorted(order().reversed()).toList();
        }
    }
}
