package io.memcmp.plan;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param subject what is measured
 * @param axes the matrix
 * @param repeat how many blocks
 * @param seed for the order inside the blocks
 * @param limits of a trial
 * @param capture what is recorded beside the usual, and where the program's streams go
 */
public record ExperimentSpec(Subject subject, Axes axes, int repeat, long seed, Limits limits, Capture capture) {
    /** Refuses to repeat less than once. */
    public ExperimentSpec {
        if (repeat < 1) {
            throw new UserError("--repeat must be at least 1: " + repeat, "leave it out to run every cell once");
        }
    }

    /**
     * The matrix: every combination is a cell.
     *
     * @param collectors the collectors
     * @param jdks the JDKs
     * @param heaps the heaps; an empty one is the JVM's own choice
     * @param layouts object layouts
     * @param jvmArgs further options, the same for all
     */
    public record Axes(
            List<Collector> collectors,
            List<Jdk> jdks,
            List<Optional<Bytes>> heaps,
            List<Layout> layouts,
            List<String> jvmArgs) {
        /** Copies the lists; what is named twice is meant once. */
        public Axes {
            collectors = List.copyOf(new LinkedHashSet<>(collectors));
            jdks = toldApart(new LinkedHashSet<>(jdks));
            heaps = List.copyOf(new LinkedHashSet<>(heaps));
            layouts = List.copyOf(new LinkedHashSet<>(layouts));
            jvmArgs = List.copyOf(jvmArgs);
        }

        /** Cells are named by their JDK's version: of two builds of the same version the second is called so. */
        private static List<Jdk> toldApart(Collection<Jdk> jdks) {
            var builds = new HashMap<String, Integer>();
            var homes = new HashSet<Path>();
            return jdks.stream()
                    .filter(jdk -> homes.add(jdk.home()))
                    .map(jdk -> {
                        int build = builds.merge(jdk.version(), 1, Integer::sum);
                        return build == 1 ? jdk : jdk.withVersion(jdk.version() + " (" + build + ")");
                    })
                    .toList();
        }

        List<Cell> cells() {
            return jdks.stream()
                    .flatMap(jdk -> collectors.stream()
                            .flatMap(collector -> heaps.stream()
                                    .flatMap(heap -> layouts.stream()
                                            .map(layout -> new Cell(collector, jdk, heap, layout, jvmArgs)))))
                    .toList();
        }
    }

    /**
     * What is recorded, and where streams go.
     *
     * @param input the program's standard input; empty input where absent
     * @param showOutput whether the program's output is shown too
     * @param liveSet whether a class histogram is taken when the program ends
     * @param keepRunningOnOutOfMemory whether a program may go on after an OutOfMemoryError; its recording is then
     *     lost if it does not survive
     */
    public record Capture(
            Optional<Path> input, boolean showOutput, boolean liveSet, boolean keepRunningOnOutOfMemory) {}
}
