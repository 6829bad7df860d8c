package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpClass;
import io.memcmp.analysis.heapdump.Reachability;
import io.memcmp.heaps.HeapCondition.Term;
import io.memcmp.result.DumpContents;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Figures of an open dump that a condition may name. */
final class Figures {
    private final Reader reader;
    private final DumpContents contents;
    private final double suspectShare;

    /**
     * A figure.
     *
     * @param amount bytes or a count
     * @param remark what its reader must know; empty where there is nothing
     */
    record Figure(long amount, Optional<String> remark) {}

    Figures(Reader reader, DumpContents contents, double suspectShare) {
        this.reader = reader;
        this.contents = contents;
        this.suspectShare = suspectShare;
    }

    /** What is not in the dump has no instances, takes no bytes and retains none: that is a figure, and it is said. */
    Figure of(Term term, Optional<String> className) throws IOException {
        if (className.isPresent()) {
            var classes = reader.classes(className.get());
            return classes.isEmpty()
                    ? new Figure(0, Optional.of(Names.unknown(reader, className.get())))
                    : new Figure(ofClass(term, classes), loaders(classes));
        }
        return new Figure(ofAll(term), Optional.empty());
    }

    private static Optional<String> loaders(List<DumpClass> classes) {
        return classes.size() == 1
                ? Optional.empty()
                : Optional.of(classes.size() + " classes of this name, by different loaders, together");
    }

    private long ofClass(Term term, List<DumpClass> classes) {
        var all = classes.stream().map(DumpClass::all).reduce(Amount.NONE, Amount::plus);
        return switch (term) {
            case RETAINED ->
                reader.dump()
                        .retainedByClass(classes.stream().map(DumpClass::index).toList());
            case BYTES -> all.bytes();
            case INSTANCES -> all.instances();
            case LIVE, WEAK_ONLY, UNREACHABLE, HEAP, SUSPECTS ->
                throw new IllegalArgumentException("not of a class: " + term);
        };
    }

    private long ofAll(Term term) throws IOException {
        return switch (term) {
            case LIVE -> reader.dump().total(Reachability.STRONG).bytes();
            case WEAK_ONLY -> reader.dump().total(Reachability.WEAK_ONLY).bytes();
            case UNREACHABLE -> reader.dump().total(Reachability.UNREACHABLE).bytes();
            case HEAP -> contents.all().bytes();
            case SUSPECTS -> suspects();
            case RETAINED, BYTES, INSTANCES -> throw new IllegalArgumentException("of a class: " + term);
        };
    }

    private long suspects() throws IOException {
        var known = contents.suspects().present();
        return known.isPresent()
                ? known.get().size()
                : Suspicions.of(reader, suspectShare).size();
    }
}
