package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.layout.ObjectShape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Shallow sizes, by the layout that the addresses tell and the fields that the dump tells. */
final class ObjectSizes {
    /** No class of the JDK has more bytes that the dump does not explain. */
    private static final int MOST_HIDDEN = 1 << 9;

    /**
     * Classes in which HotSpot hides fields, or keeps others' cache lines away from some: where {@link HiddenFields} does not tell,
     * the smallest distance does. Not of all whose instances stand apart: where a collector does not compact, what died
     * behind each of them looks the same.
     */
    private static final Set<String> HIDING = Set.of(
            "java.lang.Class",
            "java.lang.ClassLoader",
            "java.lang.InternalError",
            "java.lang.Module",
            "java.lang.StackFrameInfo",
            "java.lang.Thread",
            "java.lang.invoke.MemberName",
            "java.lang.invoke.MethodHandleNatives$CallSiteContext",
            "java.lang.invoke.ResolvedMethodName",
            "java.util.concurrent.ConcurrentHashMap$CounterCell",
            "java.util.concurrent.Exchanger$Node",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ForkJoinPool$WorkQueue",
            "java.util.concurrent.SubmissionPublisher$BufferedSubscription",
            "java.util.concurrent.atomic.Striped64$Cell",
            "jdk.internal.vm.StackChunk");

    private final ClassTable classes;
    private final HiddenFields added;
    private final DumpLayout layout;
    private final ClassShapes seen;
    private final long[] instances; // by class: bytes of one
    private final long[] hidden; // by class: those of them that no field explains
    private final int[] elements; // by class: bytes of an element; 0 where it has none
    private final long mirror;

    ObjectSizes(ClassTable classes, DumpLayout layout, ClassShapes seen) {
        this.classes = classes;
        this.layout = layout;
        this.seen = seen;
        added = new HiddenFields(classes, layout.mode(), seen.gaps());
        instances = new long[classes.size()];
        hidden = new long[classes.size()];
        elements = new int[classes.size()];
        for (int number = 0; number < instances.length; number++) {
            var element = seen.element(number);
            if (element.isPresent()) {
                elements[number] = element.get().bytes(layout.mode());
            } else {
                instances(number);
            }
        }
        mirror = instances[seen.classClass()];
    }

    /** Superclasses first: what the virtual machine hides in one is in those below it, too. */
    private void instances(int number) {
        for (int level : classes.chain(number).reversed()) {
            if (instances[level] == 0) {
                instances[level] = instance(level);
            }
        }
        if (instances[number] == 0) {
            instances[number] = instance(number);
        }
    }

    private long instance(int number) {
        long fields = classes.levels(number).map(this::sizeOf).orElse(0L);
        long gap = seen.gaps().smallest(number);
        boolean addresses = gap % layout.mode().objectAlignment() == 0;
        boolean assumed = layout.evidence() == DumpLayout.Evidence.ASSUMED;
        var known = assumed || fields == 0 ? OptionalLong.empty() : added.size(number, addresses ? gap : 0);
        if (known.isPresent()) {
            hidden[number] = known.getAsLong() - fields;
            return known.getAsLong();
        }
        if (assumed || gap == 0 || !addresses) {
            // Of what the dump does not know the fields, at least the header is certain.
            return fields == 0 ? sizeOf(List.of()) : fields + hiddenAbove(number);
        }
        if (fields == 0) {
            return gap; // the dump does not tell its fields
        }
        if (fields > gap) {
            // Not as the machine has them, or a wrong identifier among many: no class is resized for one.
            return seen.gaps().usual(number) ? gap : fields;
        }
        hidden[number] = hidden(number, gap - fields);
        return fields + hidden[number];
    }

    private long hidden(int number, long unexplained) {
        long above = hiddenAbove(number);
        if (above > 0) {
            // Padding above moves the fields below, by a word or two.
            boolean asAbove =
                    Math.abs(unexplained - above) <= 2L * layout.mode().objectAlignment();
            return asAbove ? unexplained : Math.min(above, unexplained);
        }
        boolean hides = unexplained <= MOST_HIDDEN && seen.gaps().typical(number) && isBelowOneThatHides(number);
        return hides ? unexplained : 0;
    }

    private long hiddenAbove(int number) {
        var chain = classes.chain(number);
        return chain.size() < 2 ? 0 : hidden[chain.get(1)];
    }

    private long sizeOf(List<List<FieldKind>> levels) {
        return ObjectLayout.of(new ObjectShape.Instance(levels), layout.mode()).size();
    }

    private boolean isBelowOneThatHides(int number) {
        return classes.chain(number).stream().anyMatch(level -> HIDING.contains(classes.name(level)));
    }

    /** {@return shallow size of an object, bytes} */
    long of(int object, ObjectGraph graph) {
        int number = graph.classOf(object);
        if (elements[number] != 0) {
            return array(elements[number], graph.length(object));
        }
        return number == seen.classClass() ? mirror(object) : instances[number];
    }

    /** {@return bytes of an instance of a class} */
    long instanceOf(int number) {
        return instances[number];
    }

    /** {@return bytes of a class object, bytes of its static fields among them} */
    long mirror(int object) {
        int of = seen.classOfObject(object);
        return of == LongIndex.ABSENT ? mirror : mirror + statics(of);
    }

    /** {@return bytes of all class objects} */
    long mirrors() {
        long bytes = 0;
        for (int object : seen.classObjects()) {
            bytes += mirror(object);
        }
        return bytes;
    }

    private long array(int elementBytes, int length) {
        int base = elementBytes == Long.BYTES ? layout.wideArrayBase() : layout.arrayBase();
        return aligned(base + (long) length * elementBytes);
    }

    /**
     * Static fields stand behind the fields of the class object: the references first, then the others from the longest on,
     * which begin at a multiple of their length and fill no gap. What the dump puts in brackets is no field.
     */
    private long statics(int number) {
        long references = 0;
        long primitives = 0;
        int longest = 1;
        for (var field : classes.record(number).map(ClassRecord::statics).orElse(List.of())) {
            int bytes = field.kind().bytes(layout.mode());
            if (!classes.isField(field)) {
                continue;
            }
            if (field.kind() == FieldKind.REF) {
                references += bytes;
            } else {
                primitives += bytes;
                longest = Math.max(longest, bytes);
            }
        }
        return aligned(Math.ceilDiv(references, longest) * longest + primitives);
    }

    private long aligned(long bytes) {
        int alignment = layout.mode().objectAlignment();
        return Math.ceilDiv(bytes, alignment) * alignment;
    }

    /** {@return what instances of a class consist of} */
    DumpClass.Form form(int number) {
        var element = seen.element(number);
        if (element.isPresent()) {
            return new DumpClass.Form.Array(element.get());
        }
        Optional<List<List<FieldKind>>> levels = classes.levels(number);
        return levels.isPresent()
                ? new DumpClass.Form.Instance(levels.get(), instances[number], hidden[number])
                : new DumpClass.Form.Unknown("the dump has no record of the class, or of one of its superclasses");
    }
}
