package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.DumpProgress.Step;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import java.io.IOException;
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
    private final List<String> warnings = new ArrayList<>();

    private DumpLoader(Path file, DumpInput in, HeapDumpOptions options, DumpProgress progress)
            throws IOException, HeapDumpException {
        this.file = file;
        this.in = in;
        this.scan = new DumpScan(in);
        this.options = options;
        this.progress = progress;
    }

    static HeapDump load(Path file, HeapDumpOptions options, DumpProgress progress)
            throws IOException, HeapDumpException {
        try (var in = new DumpInput(file)) {
            return new DumpLoader(file, in, options, progress).load();
        }
    }

    /** What the first look found. */
    private record Found(ClassTable classes, Names names, ObjectPass pass, ObjectIndex index) {}

    private HeapDump load() throws IOException, HeapDumpException {
        var found = find();
        var evidence = new LayoutEvidence(found.pass().alignment());
        var shapes = new ClassShapes(found.classes(), found.index(), evidence);
        return switch (options.depth()) {
            case HISTOGRAM -> histogram(found, evidence, shapes);
            case RETAINED -> retained(found, evidence, shapes);
        };
    }

    private Found find() throws IOException, HeapDumpException {
        var names = new Names(file);
        try {
            return find(names);
        } catch (IOException | HeapDumpException | RuntimeException | Error failed) {
            names.close();
            throw failed;
        }
    }

    /** One look is enough where classes and their names come before their instances, as HotSpot writes them. */
    private Found find(Names names) throws IOException, HeapDumpException {
        var classes = new ClassTable(in.identifierBytes(), names);
        var pass = look(classes, names, true);
        if (!pass.addresses() || names.askedTooEarly()) {
            names.askAgain();
            classes.askAgain();
            pass = look(classes, names, pass.addresses());
        }
        return new Found(classes, names, pass, pass.index());
    }

    private ObjectPass look(ClassTable classes, Names names, boolean addresses) throws IOException {
        var pass = new ObjectPass(classes, names, in.length());
        if (!addresses) {
            pass.withoutAddresses();
        }
        scan.run(pass, done -> progress.at(Step.OBJECTS, done));
        return pass;
    }

    private HeapDump histogram(Found found, LayoutEvidence evidence, ClassShapes shapes) throws IOException {
        var pass = new HistogramPass(found.classes(), found.index(), shapes, evidence);
        scan.run(pass, done -> progress.at(Step.REFERENCES, done));
        var layout = layout(evidence);
        var sizes = new ObjectSizes(found.classes(), layout, shapes);
        var classes = new DumpClasses(found.classes(), sizes);
        int candidate = evidence.place(layout);
        var parts = new HeapDump.Parts(
                file,
                facts(found, layout, 0, Optional.empty()),
                classes.of(
                        loader -> found.pass()
                                .permanentLoaders()
                                .getOrDefault(loader, "loader 0x" + Long.toHexString(loader)),
                        number -> new DumpClasses.Amounts(Map.of(), pass.amount(number, sizes, candidate))),
                found.names(),
                found.classes(),
                found.index(),
                shapes,
                sizes);
        return new HeapDump(parts, null);
    }

    private HeapDump retained(Found found, LayoutEvidence evidence, ClassShapes shapes)
            throws IOException, HeapDumpException {
        var permanent = PermanentClasses.of(
                found.classes(), found.index(), found.pass().permanentLoaders().keySet());
        var roots = Roots.of(found.pass(), found.classes(), found.index(), permanent);
        var graph = graph(found, permanent);
        try {
            for (int root : roots.objects()) {
                graph.root(root);
            }
            var pass = new ReferencePass(found.classes(), found.index(), graph, shapes, permanent);
            if (options.references() == References.ALL) {
                pass.countingAll();
            }
            scan.run(pass, done -> progress.at(Step.REFERENCES, done));
            pass.finish();
            var layout = layout(evidence);
            var sizes = new ObjectSizes(found.classes(), layout, shapes);
            var reached = reached(found, graph, roots, sizes);
            var classes = classes(found, reached, sizes);
            var facts = facts(found, layout, pass.references(), Optional.of(pass));
            return new HeapDump(
                    new HeapDump.Parts(
                            file, facts, classes, found.names(), found.classes(), found.index(), shapes, sizes),
                    reached.graph());
        } catch (IOException | RuntimeException | Error failed) {
            graph.close();
            throw failed;
        }
    }

    private record Reached(ReachedGraph graph, ReachedAmounts amounts) {}

    private Reached reached(Found found, ObjectGraph graph, Roots roots, ObjectSizes sizes) {
        progress.at(Step.DOMINATORS, 0);
        var dominators = Dominators.of(graph, roots.objects());
        var table = dominators.table();
        progress.at(Step.RETAINED, 0);
        var weak = Reaching.weakly(graph, table);
        var amounts = new ReachedAmounts(graph, table, weak, sizes, found.classes().size());
        var retained = RetainedSizes.of(graph, table, amounts, dominators.room());
        progress.at(Step.RETAINED, 1);
        return new Reached(new ReachedGraph(graph, roots, table, retained, weak), amounts);
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

    private ObjectGraph graph(Found found, PermanentClasses permanent) throws HeapDumpException {
        long objects = found.index().size();
        long references = found.pass().references();
        for (int number = 0; number < found.classes().size(); number++) {
            references += permanent.unloadable(number) < 0 ? 0 : found.pass().instances(number);
        }
        if (objects + references > Integer.MAX_VALUE - 8L) {
            throw new HeapDumpException("has " + objects + " objects and " + references
                    + " references; more than 2^31 together cannot be read");
        }
        // At most: as if peeling took nothing away, and every reference were one that the search tree leaves over.
        long most = ObjectGraph.memory(objects, references)
                + Integer.BYTES * ((LengauerTarjan.SLOTS + 1) * objects + references)
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

    private DumpFacts facts(Found found, DumpLayout layout, long references, Optional<ReferencePass> pass) {
        long duplicates = found.pass().records() - found.index().size();
        if (duplicates > 0) {
            warnings.add(duplicates + " records have the identifier of another; the first of each counts");
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
