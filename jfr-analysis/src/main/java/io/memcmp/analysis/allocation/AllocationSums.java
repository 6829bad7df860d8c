package io.memcmp.analysis.allocation;

import io.memcmp.analysis.AnalysisOptions;
import io.memcmp.analysis.SourceNames;
import io.memcmp.analysis.allocation.AllocationProfile.Share;
import io.memcmp.analysis.jfr.Constants;
import io.memcmp.analysis.jfr.Method;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Adds up what was allocated: by the ids of stack and class while a chunk lasts, by their names when it is over. What it
 * holds grows with the places in the program, not with the number of events.
 */
final class AllocationSums {
    /** More than a program has of stacks in a chunk; a hostile recording is looked up more often. */
    private static final int MOST_IDS = 1 << 17;

    /** Deeper stacks lose their roots; the virtual machine records at most 2048 frames. */
    static final int DEEPEST = 2048;

    private static final String TRUNCATED = "[truncated]";

    /** By the ids of stack and class. */
    private final PairSums ids = new PairSums();

    /** By the id of the stack alone. */
    private final PairSums stacks = new PairSums();

    private final NameSums classes = new NameSums();
    private final NameSums places = new NameSums();
    private final PlaceFinder finder;
    private final Optional<AllocationTree> tree;
    private final IdentityHashMap<Method, Integer> frames = new IdentityHashMap<>();
    private final int[] stack = new int[DEEPEST + 1];
    private int depth;
    private long count;

    AllocationSums(AnalysisOptions options) {
        finder = new PlaceFinder(options.depth());
        tree = options.tree() ? Optional.of(new AllocationTree()) : Optional.empty();
    }

    void add(long stackId, long classId, long more) {
        ids.add(stackId, classId, more);
        count++;
    }

    boolean full() {
        return ids.size() >= MOST_IDS;
    }

    /** Looks up what the ids stand for, each stack and each pair once. */
    void resolve(Constants constants) {
        for (int i = 0; i < ids.size(); i++) {
            long stackId = ids.first(i);
            var type = className(constants, ids.second(i));
            long sum = ids.bytes(i);
            classes.add(type, sum);
            stacks.add(stackId, 0, sum);
            tree.ifPresent(all -> grow(all, stackId, constants, type, sum));
        }
        for (int i = 0; i < stacks.size(); i++) {
            places.add(finder.place(stacks.first(i), constants), stacks.bytes(i));
        }
        ids.clear();
        stacks.clear();
        frames.clear();
    }

    private static String className(Constants constants, long classId) {
        var name = constants.className(classId);
        return name == null ? Names.UNKNOWN : Names.cut(SourceNames.of(name));
    }

    private void grow(AllocationTree all, long stackId, Constants constants, String type, long sum) {
        depth = 0;
        constants.frames(stackId, (method, _, _) -> {
            stack[depth++] =
                    frames.computeIfAbsent(method, known -> all.name(Names.method(known.type(), known.name())));
            return depth < DEEPEST;
        });
        if (depth == DEEPEST || constants.truncated(stackId)) {
            stack[depth++] = all.name(TRUNCATED);
        } else if (depth == 0) {
            stack[depth++] = all.name(Names.UNKNOWN);
        }
        all.add(stack, depth, all.name(type), sum);
    }

    long count() {
        return count;
    }

    List<Share> topClasses(int most) {
        return classes.top(most);
    }

    List<Share> topPlaces(int most) {
        return places.top(most);
    }

    Optional<AllocationTree> tree() {
        return tree;
    }
}
