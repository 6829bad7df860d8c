package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.InjectedFields;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.layout.ObjectShape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Sizes of the classes to which HotSpot adds fields that a dump does not tell. Which ones, every release has its own list of; the
 * dump tells the release by what those classes declare, and the distances between instances overrule that where there are many.
 */
final class HiddenFields {
    private static final int FIRST = 17;
    private static final int WITH_LOOM = 21;
    private static final int WITHOUT_SECURITY_MANAGER = 25;
    private static final List<Integer> RELEASES = List.of(FIRST, WITH_LOOM, WITHOUT_SECURITY_MANAGER);

    /** So many instances at one distance are no chance. */
    private static final int MANY = 16;

    /** Of the first some fields stand apart from all others, and an object of the other is as long as the stack in it. */
    private static final Set<String> BY_DISTANCE = Set.of("java.lang.Thread", "jdk.internal.vm.StackChunk");

    private final ClassTable classes;
    private final LayoutMode mode;
    private final InstanceGaps gaps;
    private final boolean known;
    private final int release;

    HiddenFields(ClassTable classes, LayoutMode mode, InstanceGaps gaps) {
        this.classes = classes;
        this.mode = mode;
        this.gaps = gaps;
        known = declares("java.lang.Class", "classLoader"); // as HotSpot's library does
        release = release();
    }

    private int release() {
        if (declares("java.lang.Class", "protectionDomain")) {
            return WITHOUT_SECURITY_MANAGER;
        }
        return declares("java.lang.Thread", "holder") ? WITH_LOOM : FIRST;
    }

    private boolean declares(String className, String field) {
        var found = classes.find(className);
        return found.isPresent() && classes.fieldNames(found.getAsInt()).contains(field);
    }

    /**
     * {@return bytes of an instance; empty for classes without such fields, and where the distances contradict every release}
     *
     * @param gap the smallest distance from an instance to the next object; 0 where none is known
     */
    OptionalLong size(int number, long gap) {
        var chain = classes.chain(number).reversed();
        if (!known
                || classes.levels(number).isEmpty()
                || chain.stream().map(classes::name).anyMatch(BY_DISTANCE::contains)
                || chain.stream().noneMatch(this::isAddedTo)) {
            return OptionalLong.empty();
        }
        long told = size(number, chain, release);
        var all = RELEASES.stream().mapToLong(each -> size(number, chain, each)).toArray();
        if (gaps.typical(number, MANY) && LongStream.of(all).anyMatch(size -> size == gap)) {
            return OptionalLong.of(gap);
        }
        if (gap == 0 || told <= gap) {
            return OptionalLong.of(told);
        }
        return LongStream.of(all).filter(size -> size <= gap).max();
    }

    private boolean isAddedTo(int level) {
        return RELEASES.stream().anyMatch(each -> !added(level, each).isEmpty());
    }

    private List<FieldKind> added(int level, int release) {
        return InjectedFields.kindsOf(classes.name(level), classes.fieldNames(level), release);
    }

    private long size(int number, List<Integer> chain, int release) {
        var levels = new ArrayList<List<FieldKind>>();
        var declared = classes.levels(number).orElseThrow();
        for (int i = 0; i < chain.size(); i++) {
            var level = new ArrayList<>(declared.get(i));
            level.addAll(added(chain.get(i), release));
            levels.add(level);
        }
        return ObjectLayout.of(new ObjectShape.Instance(levels), mode).size();
    }
}
