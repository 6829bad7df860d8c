package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.DumpProgress.Step;
import io.memcmp.analysis.heapdump.FirstLook.Found;
import io.memcmp.analysis.heapdump.FirstLook.Part;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The story of reading a dump: objects, references, dominators, retained sizes. */
final class DumpLoader {
    private final Path file;
    private final DumpInput in;
    private final DumpScan scan;
    private final HeapDumpOptions options;
    private final DumpProgress progress;
    private final Splitting splitting;
    private final List<String> warnings = new ArrayList<>();

    private DumpLoader(Path file, DumpInput in, HeapDumpOptions options, DumpProgress progress, Splitting splitting)
            throws IOException, HeapDumpException {
        this.file = file;
        this.in = in;
        this.scan = new DumpScan(in);
        this.options = options;
        this.progress = progress;
        this.splitting = splitting;
    }

    static HeapDump load(Path file, HeapDumpOptions options, DumpProgress progress, Splitting splitting)
            throws IOException, HeapDumpException {
        try (var in = new DumpInput(file)) {
            return new DumpLoader(file, in, options, progress, splitting).load();
        } catch (UncheckedIOException unreadable) { // a name that was to be read
            throw unreadable.getCause();
        }
    }

    private HeapDump load() throws IOException, HeapDumpException {
        var found = new FirstLook(file, in, scan, splitting, progress).find(in.identifierBytes());
        try {
            var look = new SecondLook(file, scan, found, progress);
            return switch (options.depth()) {
                case HISTOGRAM -> histogram(found, look);
                case RETAINED -> retained(found, look);
            };
        } catch (IOException | HeapDumpException | RuntimeException | Error failed) {
            found.names().close();
            throw failed;
        }
    }

    private HeapDump histogram(Found found, SecondLook look) throws IOException, HeapDumpException {
        var pass = look.look(parts -> parts.stream()
                .map(_ -> new HistogramPass(found.classes(), found.index(), shapes(found)))
                .toList());
        var evidence = pass.shapes().evidence();
        var layout = layout(evidence);
        var sizes = new ObjectSizes(found.classes(), layout, pass.shapes());
        int candidate = evidence.place(layout);
        var classes = new DumpClasses(found.classes(), sizes)
                .of(
                        loader -> found.pass()
                                .permanentLoaders()
                                .getOrDefault(loader, "loader 0x" + Long.toHexString(loader)),
                        number -> new DumpClasses.Amounts(Map.of(), pass.amount(number, sizes, candidate)));
        var facts = facts(found, layout, 0, Optional.empty());
        return new HeapDump(parts(found, facts, classes, pass.shapes(), sizes), null);
    }

    private HeapDump.Parts parts(
            Found found, DumpFacts facts, List<DumpClass> classes, ClassShapes shapes, ObjectSizes sizes) {
        return new HeapDump.Parts(
                file,
                facts,
                classes,
                found.names(),
                found.classes(),
                found.index(),
                found.pass().segments(),
                shapes,
                sizes,
                repeatedRecords(found) > 0);
    }

    private static ClassShapes shapes(Found found) {
        var evidence = new LayoutEvidence(found.pass().alignment());
        return new ClassShapes(found.classes(), found.index(), evidence);
    }

    private HeapDump retained(Found found, SecondLook look) throws IOException, HeapDumpException {
        shapes(found); // from here on all classes have their numbers
        var permanent = PermanentClasses.of(
                found.classes(), found.index(), found.pass().permanentLoaders().keySet());
        var roots = Roots.of(found.pass(), found.classes(), found.index(), permanent);
        var graph = graph(found, permanent);
        try {
            var pass = look.look(parts -> referencePasses(found, parts, graph, roots, permanent));
            var layout = layout(pass.shapes().evidence());
            var sizes = new ObjectSizes(found.classes(), layout, pass.shapes());
            var reached = reached(found, graph, roots, sizes);
            var classes = classes(found, reached, sizes);
            var facts = facts(found, layout, pass.references(), Optional.of(pass));
            return new HeapDump(parts(found, facts, classes, pass.shapes(), sizes), reached.graph());
        } catch (IOException | HeapDumpException | RuntimeException | Error failed) {
            graph.close();
            throw failed;
        }
    }

    private List<ReferencePass> referencePasses(
            Found found, List<Part> parts, ObjectGraph graph, Roots roots, PermanentClasses permanent) {
        graph.clear();
        for (int root : roots.objects()) {
            graph.root(root);
        }
        boolean strong = options.references() == References.STRONG;
        var passes = new ArrayList<ReferencePass>();
        long begin = 0;
        for (var part : parts) {
            var queue = new ReferenceQueue(found.index(), graph, graph.writer(Math.toIntExact(begin)));
            passes.add(new ReferencePass(found, shapes(found), permanent, queue, strong));
            begin += references(part, permanent);
        }
        return passes;
    }

    /** {@return at most so many, those to classes that may be unloaded among them} */
    private static long references(Part part, PermanentClasses permanent) {
        long references = part.references();
        for (int number = 0; number < part.instances().length; number++) {
            references += permanent.unloadable(number) < 0 ? 0 : part.instances()[number];
        }
        return references;
    }

    private record Reached(ReachedGraph graph, ReachedAmounts amounts) {}

    private Reached reached(Found found, ObjectGraph graph, Roots roots, ObjectSizes sizes)
            throws IOException, HeapDumpException {
        progress.at(Step.DOMINATORS, 0);
        var ranges = new Ranges(graph.objects(), splitting);
        var table = dominators(graph, roots, ranges).table();
        progress.at(Step.RETAINED, 0);
        var weak = Reaching.weakly(graph, table);
        var amounts =
                new ReachedAmounts(graph, table, weak, sizes, found.classes().size());
        var retained = RetainedSizes.of(graph, table, amounts, graph.table(), ranges);
        progress.at(Step.RETAINED, 1);
        return new Reached(new ReachedGraph(graph, roots, table, retained, weak), amounts);
    }

    private Dominators dominators(ObjectGraph graph, Roots roots, Ranges ranges) throws IOException, HeapDumpException {
        try {
            return Dominators.of(graph, roots.objects(), ranges);
        } catch (ArithmeticException tooMany) {
            throw new HeapDumpException(
                    "has more than 2^29 objects that lead to circles of references, or 2^31 with their references;"
                            + " so many cannot be read");
        }
    }

    private List<DumpClass> classes(Found found, Reached reached, ObjectSizes sizes) {
        return new DumpClasses(found.classes(), sizes)
                .of(loader -> loaderName(found, reached.graph().graph(), loader), reached.amounts()::of);
    }

    private static String loaderName(Found found, ObjectGraph graph, long loader) {
        int object = found.index().numberOf(loader);
        return object < 0
                ? "loader 0x" + Long.toHexString(loader)
                : found.classes().name(graph.classOf(object));
    }

    private ObjectGraph graph(Found found, PermanentClasses permanent) throws IOException, HeapDumpException {
        long objects = found.index().size();
        long references = references(found.whole(scan.all()), permanent);
        if (!ObjectGraph.isPossible(objects, references)) {
            throw new HeapDumpException("has " + objects + " objects and " + references
                    + " references; more than 2^30 objects or 2^31 references cannot be read");
        }
        // At most: as if peeling took nothing away, and every reference were one that the search tree leaves over.
        long most = ObjectGraph.memory(objects, references)
                + SearchTree.memory(objects, references)
                + Roots.memory(found.pass().roots())
                + found.pass().memory();
        progress.needs(most);
        return new ObjectGraph((int) objects, references);
    }

    private DumpLayout layout(LayoutEvidence evidence) {
        var layout = evidence.layout(options.told());
        options.told()
                .filter(told -> !told.equals(layout.mode()))
                .ifPresent(
                        _ -> warnings.add("the flags of the virtual machine say another layout than the addresses do;"
                                + " the addresses are believed"));
        if (layout.evidence() == DumpLayout.Evidence.ASSUMED) {
            warnings.add(
                    "the identifiers do not tell the layout: sizes are those of a 64-bit HotSpot of the usual flags");
        }
        return layout;
    }

    private static long repeatedRecords(Found found) {
        return found.pass().records() - found.index().size();
    }

    private DumpFacts facts(Found found, DumpLayout layout, long references, Optional<ReferencePass> pass) {
        long duplicates = repeatedRecords(found);
        if (duplicates > 0) {
            warnings.add(duplicates + " records have the identifier of another; the first of each counts");
        }
        if (found.pass().misshapen() > 0) {
            warnings.add("instances whose bytes are not those of the fields of their class: "
                    + found.pass().misshapen() + "; the dump is damaged, and objects behind them may be missing");
        }
        return new DumpFacts(
                scan.format(),
                in.identifierBytes(),
                scan.written(),
                in.length(),
                found.index().size(),
                references,
                found.pass().rootTexts(),
                layout,
                pass.map(ReferencePass::dangling).orElse(0L),
                scan.incomplete(),
                warnings);
    }
}
