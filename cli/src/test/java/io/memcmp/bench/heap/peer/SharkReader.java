package io.memcmp.bench.heap.peer;

import io.memcmp.bench.heap.Findings;
import io.memcmp.bench.heap.HeapReader;
import io.memcmp.bench.heap.Largest;
import io.memcmp.bench.heap.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import kotlin.sequences.Sequence;
import shark.CloseableHeapGraph;
import shark.HeapGraph;
import shark.HeapObject;
import shark.HprofHeapGraph;
import shark.HprofRecordTag;
import shark.OnAnalysisProgressListener;
import shark.internal.ChainingInstanceReferenceReader;
import shark.internal.ClassReferenceReader;
import shark.internal.DelegatingObjectReferenceReader;
import shark.internal.FieldInstanceReferenceReader;
import shark.internal.JavaLocalReferenceReader;
import shark.internal.ObjectArrayReferenceReader;
import shark.internal.PathFinder;
import shark.internal.ShallowSizeCalculator;

/** The reader of LeakCanary. Its dominators are put together as its own {@code ObjectDominators} does, which only prints them. */
public final class SharkReader implements HeapReader {
    /** The dominator of what only several roots together hold. */
    private static final long ROOTS = 0;

    @Override
    public void read(Path dump, Question question, Findings findings) throws IOException {
        try (CloseableHeapGraph graph =
                HprofHeapGraph.Companion.openHeapGraph(dump.toFile(), null, HprofRecordTag.Companion.getRootTags())) {
            switch (question) {
                case SCAN -> throw new IllegalArgumentException("it cannot but index");
                case HISTOGRAM -> histogram(graph, findings);
                case RETAINED -> retained(graph, findings);
            }
        }
    }

    private static void histogram(HeapGraph graph, Findings findings) {
        Map<String, long[]> classes = new HashMap<>();
        count(
                classes,
                graph.getInstances(),
                HeapObject.HeapInstance::getInstanceClassName,
                HeapObject.HeapInstance::getByteSize);
        count(
                classes,
                graph.getObjectArrays(),
                HeapObject.HeapObjectArray::getArrayClassName,
                HeapObject.HeapObjectArray::getByteSize);
        count(
                classes,
                graph.getPrimitiveArrays(),
                HeapObject.HeapPrimitiveArray::getArrayClassName,
                HeapObject.HeapPrimitiveArray::getByteSize);
        classes.forEach((name, counted) -> findings.counted(name, counted[0], counted[1]));
    }

    private static <T> void count(
            Map<String, long[]> classes, Sequence<T> objects, Function<T, String> name, Function<T, Integer> bytes) {
        for (Iterator<T> each = objects.iterator(); each.hasNext(); ) {
            var object = each.next();
            var counted = classes.computeIfAbsent(name.apply(object), _ -> new long[2]);
            counted[0]++;
            counted[1] += bytes.apply(object);
        }
    }

    private static void retained(HeapGraph graph, Findings findings) {
        var references = new DelegatingObjectReferenceReader(
                new ClassReferenceReader(graph, List.of()),
                new ChainingInstanceReferenceReader(
                        List.of(new JavaLocalReferenceReader(graph, List.of())),
                        new FieldInstanceReferenceReader(graph, List.of())),
                new ObjectArrayReferenceReader());
        var paths = new PathFinder(graph, OnAnalysisProgressListener.Companion.getNO_OP(), references, List.of());
        var sizes = new ShallowSizeCalculator(graph);
        var tree = Objects.requireNonNull(
                paths.findPathsFromGcRoots(Set.of(), true).getDominatorTree());
        var dominators = tree.buildFullDominatorTree(sizes::computeShallowSize);
        var largest = new Largest();
        dominators.forEach((object, node) -> {
            if (object != ROOTS) {
                largest.offer(object, node.getRetainedSize());
            }
        });
        for (var most : largest.descending()) {
            findings.most(name(graph.findObjectById(most.object())), most.bytes());
        }
        var holders = Objects.requireNonNull(graph.findClassByName(Question.HOLDER))
                .getInstances()
                .iterator();
        var holder = Objects.requireNonNull(dominators.get(holders.next().getObjectId()));
        findings.retained(holder.getRetainedSize());
    }

    private static String name(HeapObject object) {
        return switch (object) {
            case HeapObject.HeapInstance instance -> instance.getInstanceClassName();
            case HeapObject.HeapObjectArray array -> array.getArrayClassName();
            case HeapObject.HeapPrimitiveArray array -> array.getArrayClassName();
            default -> "java.lang.Class"; // its classes are of a language that is open to all others
        };
    }
}
