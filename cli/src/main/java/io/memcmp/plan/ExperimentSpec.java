package io.memcmp.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the user asked for.
 *
 * @param axes the matrix
 * @param repeat how many blocks that count
 * @param seed for the order inside the blocks
 * @param limits of a trial
 * @param capture what is recorded beside the usual, and where the program's streams go
 * @param judging how cells are held against each other
 * @param protocol warm-up, disturbed trials, and when enough is known
 */
public record ExperimentSpec(
        Axes axes, int repeat, long seed, Limits limits, Capture capture, Judging judging, Protocol protocol) {
    /**
     * The usual protocol.
     *
     * @param axes the matrix
     * @param repeat how many blocks that count
     * @param seed for the order inside the blocks
     * @param limits of a trial
     * @param capture what is recorded beside the usual, and where the program's streams go
     * @param judging how cells are held against each other
     */
    public ExperimentSpec(Axes axes, int repeat, long seed, Limits limits, Capture capture, Judging judging) {
        this(axes, repeat, seed, limits, capture, judging, Protocol.usual(repeat));
    }

    /** Refuses to repeat less than once, and a reference that is not in the matrix. */
    public ExperimentSpec {
        if (repeat < 1) {
            throw new UserError("--repeat must be at least 1: " + repeat, "leave it out to run every cell once");
        }
        if (judging.reference().isPresent()) {
            Reference.chosen(axes.cells(), List.of(), judging.reference());
        }
    }

    /** {@return how many blocks that count there are at most} */
    public int blocks() {
        return protocol.precision().map(Protocol.Precision::maxBlocks).orElse(repeat);
    }

    /** {@return whether every cell is looked at once only: there is nothing to compare then, and nothing to set aside} */
    public boolean singleLook() {
        return blocks() == 1;
    }

    /** Refuses a matrix where one cell is to be measured against itself. */
    public void refuseSeveralCells() {
        if (axes.cells().size() > 1) {
            throw new UserError(
                    "one configuration is measured, not " + axes.cells().size(), "name one of each axis");
        }
    }

    /** {@return what to call what is measured} */
    public String label() {
        return axes.subjects().keySet().stream().map(Subject::label).collect(Collectors.joining(","));
    }

    /**
     * {@return the same with the sizes of heaps that are multiples of the minimum}
     *
     * @param minimums the minimum heap of every subject that has such heaps
     */
    public ExperimentSpec over(Map<Subject, Bytes> minimums) {
        return new ExperimentSpec(axes.over(minimums), repeat, seed, limits, capture, judging, protocol);
    }

    /**
     * {@return the same with other trials}
     *
     * @param other what is recorded beside the usual
     */
    public ExperimentSpec with(Capture other) {
        return new ExperimentSpec(axes, repeat, seed, limits, other, judging, protocol);
    }

    /**
     * The matrix: every combination is a cell.
     *
     * @param subjects what is measured, each with its heaps; an empty heap is the JVM's own choice
     * @param collectors the collectors
     * @param jdks the JDKs
     * @param layouts object layouts
     * @param jvmArgs further options, the same for all
     */
    public record Axes(
            Map<Subject, List<Heap>> subjects,
            List<Collector> collectors,
            List<Jdk> jdks,
            List<Layout> layouts,
            List<String> jvmArgs) {
        /** Copies the lists; what is named twice is meant once. */
        public Axes {
            var heaps = new LinkedHashMap<Subject, List<Heap>>();
            subjects.forEach((subject, wished) -> heaps.put(subject, List.copyOf(new LinkedHashSet<>(wished))));
            subjects = Collections.unmodifiableMap(heaps);
            collectors = List.copyOf(new LinkedHashSet<>(collectors));
            jdks = toldApart(new LinkedHashSet<>(jdks));
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

        /** {@return those of which some heap is a multiple of a minimum that is not known yet} */
        public List<Subject> needMinimum() {
            return subjects.keySet().stream()
                    .filter(subject ->
                            subjects.getOrDefault(subject, List.of()).stream().anyMatch(Heap::needsMinimum))
                    .toList();
        }

        Axes over(Map<Subject, Bytes> minimums) {
            var sized = new LinkedHashMap<Subject, List<Heap>>();
            subjects.forEach((subject, heaps) -> sized.put(
                    subject,
                    heaps.stream()
                            .map(heap -> Optional.ofNullable(minimums.get(subject))
                                    .map(heap::over)
                                    .orElse(heap))
                            .toList()));
            return new Axes(sized, collectors, jdks, layouts, jvmArgs);
        }

        /**
         * {@return every combination}
         *
         * @throws IllegalStateException while a heap has no size
         */
        public List<Cell> cells() {
            if (!needMinimum().isEmpty()) {
                throw new IllegalStateException("no minimum heap yet of " + needMinimum());
            }
            var cells = new ArrayList<Cell>();
            subjects.forEach((subject, heaps) ->
                    jdks.forEach(jdk -> collectors.forEach(collector -> heaps.forEach(heap -> layouts.forEach(
                            layout -> cells.add(new Cell(subject, collector, jdk, heap, layout, jvmArgs)))))));
            return List.copyOf(cells);
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
     * @param heapDumps which heap dumps are taken
     * @param oldObjects whether every cell gets a trial of its own in which old objects are sampled
     */
    public record Capture(
            Optional<Path> input,
            boolean showOutput,
            boolean liveSet,
            boolean keepRunningOnOutOfMemory,
            HeapDumps heapDumps,
            boolean oldObjects) {
        /**
         * Without heap dumps and without samples of old objects.
         *
         * @param input the program's standard input; empty input where absent
         * @param showOutput whether the program's output is shown too
         * @param liveSet whether a class histogram is taken when the program ends
         * @param keepRunningOnOutOfMemory whether a program may go on after an OutOfMemoryError
         */
        public Capture(Optional<Path> input, boolean showOutput, boolean liveSet, boolean keepRunningOnOutOfMemory) {
            this(input, showOutput, liveSet, keepRunningOnOutOfMemory, HeapDumps.NONE, false);
        }

        /**
         * {@return the same with what tells what holds the memory} With a census the class histogram is taken too, to hold it
         * against.
         *
         * @param dumps which heap dumps are taken
         * @param samples whether every cell gets a trial in which old objects are sampled
         */
        public Capture with(HeapDumps dumps, boolean samples) {
            return new Capture(input, showOutput, liveSet || dumps.census(), keepRunningOnOutOfMemory, dumps, samples);
        }
    }
}
