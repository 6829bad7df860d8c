package io.memcmp.bench.heap.peer;

import io.memcmp.bench.heap.Findings;
import io.memcmp.bench.heap.HeapReader;
import io.memcmp.bench.heap.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;

/**
 * The library of the NetBeans profiler and of VisualVM. It keeps index files beside the dump and uses them the next time,
 * so it is given a link in a directory of its own.
 */
public final class NetBeansReader implements HeapReader {
    @Override
    public void read(Path dump, Question question, Findings findings) throws IOException {
        var directory = Files.createTempDirectory("netbeans");
        try {
            var link = Files.createSymbolicLink(directory.resolve("dump.hprof"), dump.toAbsolutePath());
            var heap = HeapFactory.createHeap(link.toFile());
            switch (question) {
                case SCAN -> throw new IllegalArgumentException("it cannot but index");
                case HISTOGRAM -> histogram(heap, findings);
                case RETAINED -> retained(heap, findings);
            }
        } finally {
            delete(directory);
        }
    }

    private static void histogram(Heap heap, Findings findings) {
        for (JavaClass javaClass : NetBeansReader.<JavaClass>typed(heap.getAllClasses())) {
            if (javaClass.getInstancesCount() > 0) {
                findings.counted(javaClass.getName(), javaClass.getInstancesCount(), javaClass.getAllInstancesSize());
            }
        }
    }

    private static void retained(Heap heap, Findings findings) {
        for (Instance most : NetBeansReader.<Instance>typed(heap.getBiggestObjectsByRetainedSize(Question.MOST))) {
            findings.most(most.getJavaClass().getName(), most.getRetainedSize());
        }
        var holder = (Instance)
                heap.getJavaClassByName(Question.HOLDER).getInstances().getFirst();
        findings.retained(holder.getRetainedSize());
    }

    /** The library is older than generic types. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> typed(List<?> list) {
        return (List<T>) list;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
