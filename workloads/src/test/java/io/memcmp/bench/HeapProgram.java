package io.memcmp.bench;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A program that is worth a heap dump: it builds one graph of objects, holds it by one object of class {@link Held}, and
 * dumps its own heap. Beside the dump it has the virtual machine count the heap's objects by class, with the graph and
 * again without it: the difference is what {@link Held} retains, told by another instrument than a dump. For Java 17 and
 * later.
 */
final class HeapProgram {
    @SuppressWarnings("UnusedVariable") // there to be a root
    private static @Nullable Held held;

    private HeapProgram() {}

    /** Keeps the graph; there is one. */
    static final class Held {
        final Object graph;

        Held(Object graph) {
            this.graph = graph;
        }
    }

    /**
     * {@code HeapProgram SHAPE COUNT DUMP WITH WITHOUT}: which graph, of how many parts, the file of the dump, and those of
     * the class histograms with the graph and without it.
     *
     * @param args as above
     */
    public static void main(String[] args) throws IOException, JMException {
        writeHistogram(Path.of(args[3])); // what counting itself loads and keeps is there from now on
        held = new Held(graph(args[0], Integer.parseInt(args[1])));
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(args[2], true);
        writeHistogram(Path.of(args[3]));
        held = null;
        writeHistogram(Path.of(args[4]));
    }

    private static Object graph(String shape, int count) {
        return switch (shape) {
            case "chain" -> HeapShapes.chain(count);
            case "cyclic" -> HeapShapes.cyclic(count);
            case "leak" -> HeapShapes.leak(count);
            case "mixed" -> new HeapApplication(count);
            default -> throw new IllegalArgumentException(shape);
        };
    }

    /** Of what is reachable: the virtual machine collects before it counts. */
    private static void writeHistogram(Path file) throws IOException, JMException {
        var histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Files.write(file, histogram.toString().getBytes(StandardCharsets.UTF_8));
    }
}
