package io.memcmp.cli;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Heap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One square of the matrix. */
final class ConfigurationOptions {
    @Option(
            names = "--gc",
            paramLabel = "COLLECTOR",
            description = "The collector (default: g1).",
            completionCandidates = Candidates.Collectors.class)
    private String collector = "g1";

    @Option(
            names = "--jdk",
            paramLabel = "JDK",
            description =
                    "The JDK: a release such as 25, or a directory (default: for a workload the JDK memcmp runs on,"
                            + " for a program the java it would start).")
    private @Nullable String jdk;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            description = "Heap size, used as -Xms and -Xmx (default: the workload's own, for a program the JVM's).",
            converter = Converters.Size.class)
    private @Nullable Bytes heap;

    @Option(names = "--jvm-arg", paramLabel = "OPTION", description = "A further option for the JVM; may be repeated.")
    private List<String> jvmArgs = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the names A and B (default: chosen and shown).")
    private long seed = System.nanoTime() & 0x7fff_ffff;

    /** The matrix of this configuration alone. */
    MatrixOptions matrix(int trials) {
        var matrix = new MatrixOptions();
        matrix.vm.collectors = List.of(collector);
        matrix.vm.jdks = jdk == null ? List.of() : List.of(jdk);
        matrix.heaps = heap == null ? List.of() : List.of(Heap.of(heap));
        matrix.vm.jvmArgs = jvmArgs;
        matrix.repeat = trials;
        matrix.seed = seed;
        return matrix;
    }
}
