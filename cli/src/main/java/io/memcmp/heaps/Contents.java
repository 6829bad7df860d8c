package io.memcmp.heaps;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpClass;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.Reachability;
import io.memcmp.result.DumpAnswers;
import io.memcmp.result.DumpContents;
import io.memcmp.result.DumpOptions;
import io.memcmp.result.DumpSuspect;
import io.memcmp.result.DumpTree;
import io.memcmp.result.DumpWaste;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Copies out of an open dump what a report shows of it. */
final class Contents {
    private static final String QUICK = "not asked for: --quick";

    private final Reader reader;
    private final HeapDump dump;
    private final DumpOptions options;
    private final Values values;

    Contents(Reader reader, DumpOptions options) {
        this.reader = reader;
        this.dump = reader.dump();
        this.options = options;
        this.values = new Values(reader, options.values());
    }

    /** A dump that is compared is not told about any further. */
    DumpContents collect(boolean compared, OptionalLong needs) throws IOException {
        Observed<DumpTree> tree = Observed.missing(reason(compared));
        Observed<List<DumpSuspect>> suspects = Observed.missing(reason(compared));
        Observed<DumpWaste> waste = Observed.missing(options.waste() ? reason(compared) : "not asked for: --no-waste");
        var answers = answers(); // first: a mistake in the question is told early
        if (!options.quick() && !compared) {
            tree = Observed.of(Trees.of(reader, options.tree()));
            suspects = Observed.of(Suspicions.of(reader, options.suspectShare()));
            if (options.waste()) {
                waste = Observed.of(Wastes.of(reader, values, options.top()));
            }
        }
        return new DumpContents(
                dump.facts(),
                needs.isPresent() ? Observed.of(needs.getAsLong()) : Observed.missing(reason(compared)),
                all(),
                totals(),
                dump.classes().stream()
                        .filter(each -> each.all().instances() > 0)
                        .count(),
                classes(),
                tree,
                suspects,
                waste,
                answers);
    }

    private static String reason(boolean compared) {
        return compared ? "not asked for: --diff" : QUICK;
    }

    private Amount all() {
        return dump.classes().stream().map(DumpClass::all).reduce(Amount.NONE, Amount::plus);
    }

    Observed<DumpContents.Totals> totals() {
        return options.quick()
                ? Observed.missing(QUICK)
                : Observed.of(new DumpContents.Totals(
                        dump.total(Reachability.STRONG),
                        dump.total(Reachability.WEAK_ONLY),
                        dump.total(Reachability.UNREACHABLE)));
    }

    private List<DumpContents.OfClass> classes() {
        var retained = retained(dump, options.quick());
        long bytes = all().bytes();
        return dump.classes().stream()
                .filter(each -> each.all().instances() > 0)
                .sorted(Comparator.<DumpClass>comparingLong(each -> each.all().bytes())
                        .reversed()
                        .thenComparing(DumpClass::name))
                .limit(options.top())
                .map(each -> new DumpContents.OfClass(
                        each.name(),
                        each.loader(),
                        each.all(),
                        each.amounts(),
                        bytes == 0 ? 0 : (double) each.all().bytes() / bytes,
                        retained.get(each.index())))
                .toList();
    }

    /** {@return for each class, by its place, what its instances retain at least} */
    static List<Observed<DumpContents.Retained>> retained(HeapDump dump, boolean quick) {
        var retained = new ArrayList<Observed<DumpContents.Retained>>();
        if (quick) {
            dump.classes().forEach(_ -> retained.add(Observed.missing(QUICK)));
            return retained;
        }
        var bytes = dump.dominatedByClass();
        var instances = dump.dominatingInstances();
        for (int i = 0; i < bytes.length; i++) {
            retained.add(Observed.of(new DumpContents.Retained(bytes[i], instances[i] <= 1)));
        }
        return retained;
    }

    private DumpAnswers answers() throws IOException {
        var objects = new ObjectAnswers(reader, values, options.top());
        var found = new ArrayList<DumpAnswers.OfObject>();
        for (long address : options.questions().objects()) {
            found.add(objects.of(address));
        }
        var paths = new ArrayList<DumpAnswers.OfPath>();
        for (var asked : options.questions().paths()) {
            paths.add(objects.pathTo(asked));
        }
        var classes = new ClassAnswers(reader, options.top());
        return new DumpAnswers(
                options.questions().classes().stream().map(classes::of).toList(), found, paths);
    }
}
