package io.memcmp.cli;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Heap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The axes of the matrix. */
final class MatrixOptions {
    @Mixin
    final VmOptions vm = new VmOptions();

    @Option(
            names = "--heap",
            paramLabel = "SIZE|Nx",
            split = ",",
            description =
                    "Heap sizes, used as -Xms and -Xmx, or multiples such as 2x of the minimum heap, which is then"
                            + " searched first (default: the workload's own, for a program the JVM's).",
            converter = Converters.HeapOfCell.class)
    List<Heap> heaps = new ArrayList<>();

    @Option(
            names = "--minheap",
            paramLabel = "SIZE",
            description = "The minimum heap that --heap Nx is a multiple of (default: it is searched, with G1).",
            converter = Converters.Size.class)
    private @Nullable Bytes minimum;

    @Option(
            names = {"-n", "--repeat"},
            paramLabel = "N",
            description = "Run every cell N times, in N blocks of random order (default: 1).")
    @Nullable
    Integer repeat;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of that order (default: chosen and shown).")
    long seed = System.nanoTime() & 0x7fff_ffff;

    @Mixin
    final JudgingOptions judging = new JudgingOptions();

    /** How many blocks; one where nobody said. */
    int blocks() {
        return repeat == null ? 1 : repeat;
    }

    Optional<Bytes> minimum() {
        return Optional.ofNullable(minimum);
    }
}
