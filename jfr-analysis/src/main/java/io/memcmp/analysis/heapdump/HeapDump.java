package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A heap dump in memory: a number for each object, who refers to whom, who dominates whom, what each retains. Objects are
 * numbered from 0 in the order of their addresses. Its tables, in the Java heap, are let go on {@link #close}. Of one
 * thread.
 */
public final class HeapDump implements AutoCloseable {
    /** No object: the roots themselves as a dominator, or what is missing. */
    public static final int NONE = -1;

    private final Parts parts;
    private final @Nullable ReachedGraph reached;
    private @Nullable RootPaths paths;
    private @Nullable ClassDominance dominance;

    /**
     * All that a dump was read into.
     *
     * @param repeated some objects have several records
     */
    record Parts(
            Path file,
            DumpFacts facts,
            List<DumpClass> classes,
            Names names,
            ClassTable table,
            ObjectIndex index,
            Segments segments,
            ClassShapes shapes,
            ObjectSizes sizes,
            boolean repeated) {}

    HeapDump(Parts parts, @Nullable ReachedGraph reached) {
        this.parts = parts;
        this.reached = reached;
    }

    /**
     * {@return the dump, read} Truncated and damaged ones are read as far as they go, and say so in their facts.
     *
     * @param file an uncompressed dump in the HPROF format
     * @param options how to read it
     * @param progress is told how far it is
     * @throws IOException when the file cannot be read
     * @throws HeapDumpException when it is no heap dump, or the progress gives up
     */
    public static HeapDump open(Path file, HeapDumpOptions options, DumpProgress progress)
            throws IOException, HeapDumpException {
        return open(file, options, progress, Splitting.USUAL);
    }

    /** As {@link #open(Path, HeapDumpOptions, DumpProgress)}, in parts of another number. */
    static HeapDump open(Path file, HeapDumpOptions options, DumpProgress progress, Splitting splitting)
            throws IOException, HeapDumpException {
        return DumpLoader.load(file, options, progress, splitting);
    }

    /** {@return what there is in it} */
    public DumpFacts facts() {
        return parts.facts();
    }

    /** {@return its classes, in the order in which the dump has them} */
    public List<DumpClass> classes() {
        return parts.classes();
    }

    /** {@return how many objects, numbered from 0} */
    public int objects() {
        return parts.index().size();
    }

    /**
     * {@return objects and bytes that are reached so}
     *
     * @param how reached
     */
    public Amount total(Reachability how) {
        return parts.classes().stream().map(each -> each.amount(how)).reduce(Amount.NONE, Amount::plus);
    }

    /**
     * {@return the place of an object's class in {@link #classes()}} Class objects are of {@code java.lang.Class}.
     *
     * @param object its number
     */
    public int classOf(int object) {
        return graph().classOf(object);
    }

    /**
     * {@return the class of the object, or, of a class object, {@code class} and the name of the class}
     *
     * @param object its number
     */
    public String nameOf(int object) {
        int of = parts.shapes().classOfObject(object);
        return of == NONE
                ? parts.table().name(classOf(object))
                : "class " + parts.table().name(of);
    }

    /**
     * {@return the address of an object, or the identifier that the dump gives it}
     *
     * @param object its number
     */
    public long addressOf(int object) {
        return parts.index().idOf(object);
    }

    /**
     * {@return the number of the object at an address}
     *
     * @param address as {@link #addressOf} gives it
     */
    public OptionalInt objectAt(long address) {
        int object = parts.index().numberOf(address);
        return object < 0 ? OptionalInt.empty() : OptionalInt.of(object);
    }

    /**
     * {@return the elements of an array; −1 of anything else}
     *
     * @param object its number
     */
    public int lengthOf(int object) {
        return parts.shapes().element(classOf(object)).isPresent() ? graph().length(object) : NONE;
    }

    /**
     * {@return shallow size, bytes}
     *
     * @param object its number
     */
    public long sizeOf(int object) {
        return parts.sizes().of(object, graph());
    }

    /**
     * {@return how it is reached}
     *
     * @param object its number
     */
    public Reachability reachabilityOf(int object) {
        return reached().reachability(object);
    }

    /**
     * {@return bytes that would be free if this object were; 0 of what the references that count do not reach}
     *
     * @param object its number
     */
    public long retainedBy(int object) {
        return reached().retained().get(object);
    }

    /**
     * {@return the object that all paths from the roots to this one pass last; {@link #NONE} where there is none}
     *
     * @param object its number
     */
    public int dominatorOf(int object) {
        int dominator = reached().dominators().get(object);
        return dominator == Dominators.UNREACHED ? NONE : dominator;
    }

    /**
     * {@return the objects directly dominated by one, those that retain most first} Goes through all objects once.
     *
     * @param dominator its number, or {@link #NONE} for the roots
     * @param most how many
     */
    public int[] dominatedBy(int dominator, int most) {
        return DominatedObjects.largest(reached(), dominator, most);
    }

    /**
     * Tells the objects that one refers to, those that are in the dump.
     *
     * @param object its number
     * @param to takes them
     */
    public void references(int object, IntConsumer to) {
        Reaching.eachReference(graph(), object, to);
    }

    /**
     * {@return for each class, by its place, the bytes dominated by its instances: the sum of what they retain, each byte
     * counted once} A lower bound of what the class retains, and exactly that where {@link #dominatingInstances} is 1.
     */
    public long[] dominatedByClass() {
        return classDominance().bytes();
    }

    /** {@return for each class, by its place, its instances that no other instance of the same class dominates} */
    public int[] dominatingInstances() {
        return classDominance().instances();
    }

    /**
     * {@return the outline of the dump} What each class dominates is worked out beside it, in another thread: who wants a whole
     * report needs both, and each is a walk over all objects.
     *
     * @throws IOException when it was interrupted
     */
    public DominatorOutline outline() throws IOException {
        var outline = new AtomicReference<DominatorOutline>();
        Together.run(List.of(() -> outline.set(DominatorOutline.of(this)), this::classDominance));
        return outline.get();
    }

    /**
     * {@return bytes that would be free if all instances of a class were} Goes through all references once.
     *
     * @param classes their places
     */
    public long retainedByClass(Collection<Integer> classes) {
        var without = new boolean[parts.classes().size()];
        classes.forEach(number -> without[number] = true);
        return Reaching.retained(this, graph(), reached().roots().objects(), without);
    }

    /**
     * {@return a shortest path from a root to an object, from the root on; empty when nothing that counts reaches it}
     *
     * @param object its number
     * @throws IOException when the file can no longer be read
     */
    public List<PathStep> pathTo(int object) throws IOException {
        if (reachabilityOf(object) != Reachability.STRONG) {
            return List.of();
        }
        if (paths == null) {
            paths = new RootPaths(reached());
        }
        return new ReferenceNames(this, reached().roots()).of(paths.to(object));
    }

    /**
     * {@return what the file says of some objects} Reads those segments of the file that may have them.
     *
     * @param objects their numbers
     * @param elements how many elements of an array
     * @throws IOException when the file can no longer be read
     */
    public Map<Integer, ObjectContents> contents(Collection<Integer> objects, int elements) throws IOException {
        return ContentsReader.read(this, objects, elements);
    }

    @Override
    public void close() throws IOException {
        if (paths != null) {
            paths.close();
        }
        if (reached != null) {
            reached.close();
        }
        parts.names().close();
    }

    /** Shows the records of the file once more. */
    void scan(RecordVisitor visitor) throws IOException {
        scan(visitor, scan -> List.of(scan.all()));
    }

    /** Shows the records of some objects once more, and others between them. */
    void scan(RecordVisitor visitor, Collection<Integer> objects) throws IOException {
        var addresses = objects.stream().mapToLong(this::addressOf).toArray();
        scan(visitor, scan -> parts.segments().with(addresses, scan.all().to()));
    }

    private void scan(RecordVisitor visitor, Function<DumpScan, List<DumpScan.Range>> ranges) throws IOException {
        try (var in = new DumpInput(parts.file())) {
            var scan = new DumpScan(in);
            for (var range : ranges.apply(scan)) {
                scan.run(visitor, _ -> {}, range);
            }
        } catch (HeapDumpException changed) {
            throw new IOException("the dump changed meanwhile: " + changed.getMessage(), changed);
        }
    }

    /** {@return a table of an int for each object, all 0, to be given back} */
    Ints table() {
        return graph().table();
    }

    void giveBack(Ints table) {
        graph().giveBack(table);
    }

    Parts parts() {
        return parts;
    }

    private ReachedGraph reached() {
        if (reached == null) {
            throw new IllegalStateException("only a histogram was asked for");
        }
        return reached;
    }

    private ObjectGraph graph() {
        return reached().graph();
    }

    private ClassDominance classDominance() {
        if (dominance == null) {
            dominance = ClassDominance.of(reached(), parts.classes().size());
        }
        return dominance;
    }
}
