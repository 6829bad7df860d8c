package io.memcmp.analysis.census;

import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpClass;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.ObjectContents;
import io.memcmp.analysis.heapdump.Reachability;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.LayoutMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the census of a heap from its dump: one pass over the objects in memory, and one over the file for static fields.
 *
 * <p>The dump must be of live objects. What nothing in it reaches is alive all the same and counts: a dump does not tell
 * the fields of class objects, which hold reflection data, annotations and constants. The exception are the arrays of
 * {@code int} with which collectors fill gaps: nothing at all refers to those.
 */
public final class HeapCensus {
    /** Classes that a census lists; the rest of a program's thousands are a few bytes each, and are in the totals. */
    public static final int MOST_CLASSES = 50;

    /** The release from which on headers may be compact. */
    private static final int COMPACT_HEADERS = 24;

    private static final String CLASS = "java.lang.Class";
    private static final String FILLER = "jdk.internal.vm.Filler";

    private final HeapDump dump;
    private final LayoutMode own;
    private final List<LayoutMode> others;
    private final List<DumpClass> classes;
    private final Map<Integer, Lengths> lengths = new HashMap<>();
    private final long[] arrayBytes;
    private final List<Integer> classObjects = new ArrayList<>();
    private final BitSet referred = new BitSet();
    private Amount filler = Amount.NONE;

    private HeapCensus(HeapDump dump, List<LayoutMode> others) {
        this.dump = dump;
        this.own = dump.facts().layout().mode();
        this.others = List.copyOf(others);
        this.classes = dump.classes();
        this.arrayBytes = new long[classes.size()];
    }

    /**
     * {@return the layouts that a virtual machine of that release can be asked for beside others: references of four bytes
     * and of eight, headers of both kinds}
     *
     * @param own the layout that it has: the alignment stays, and so do class pointers where headers are not compact
     * @param feature its release
     */
    public static List<LayoutMode> modes(LayoutMode own, int feature) {
        var modes = new ArrayList<LayoutMode>();
        for (boolean oops : List.of(true, false)) {
            modes.add(new LayoutMode(oops, own.compressedClassPointers(), false, own.objectAlignment()));
            if (feature >= COMPACT_HEADERS) {
                modes.add(new LayoutMode(oops, true, true, own.objectAlignment()));
            }
        }
        return List.copyOf(modes);
    }

    /**
     * {@return the census of a dump}
     *
     * @param dump of live objects, read with what is reachable
     * @param modes the layouts to predict
     * @throws IOException when the file can no longer be read
     */
    public static Census of(HeapDump dump, List<LayoutMode> modes) throws IOException {
        var census = new HeapCensus(dump, modes);
        census.visitObjects();
        return census.census();
    }

    private void visitObjects() {
        for (int object = 0; object < dump.objects(); object++) {
            if (dump.reachabilityOf(object) == Reachability.UNREACHABLE) {
                dump.references(object, referred::set);
            }
        }
        var forms = classes.stream().map(DumpClass::form).toList();
        int ofClasses = classes.stream()
                .filter(each -> each.name().equals(CLASS))
                .mapToInt(DumpClass::index)
                .findFirst()
                .orElse(HeapDump.NONE);
        for (int object = 0; object < dump.objects(); object++) {
            int of = dump.classOf(object);
            if (of == ofClasses) {
                classObjects.add(object);
            } else if (of >= 0 && forms.get(of) instanceof DumpClass.Form.Array(var element)) {
                array(object, of, element);
            }
        }
    }

    private void array(int object, int of, FieldKind element) {
        long bytes = dump.sizeOf(object);
        if (element == FieldKind.INT
                && dump.reachabilityOf(object) == Reachability.UNREACHABLE
                && !referred.get(object)) {
            filler = filler.plus(new Amount(1, bytes));
        } else {
            lengths.computeIfAbsent(of, _ -> new Lengths()).add(dump.lengthOf(object));
            arrayBytes[of] += bytes;
        }
    }

    private Census census() throws IOException {
        var rows = new HashMap<String, ClassCensus>();
        for (var each : classes) {
            if (each.name().startsWith(FILLER)) {
                filler = filler.plus(each.all());
                continue;
            }
            var row = tally(each).census(each.name());
            if (row.instances() > 0) {
                rows.merge(row.name(), row, HeapCensus::together);
            }
        }
        var all = rows.values().stream().reduce(new Tally(own, others).census(""), HeapCensus::together);
        var predictions = new ArrayList<Prediction>();
        for (var mode : others) {
            predictions.add(new Prediction(mode, all.predicted().get(predictions.size())));
        }
        return new Census(
                own,
                dump.facts().layout().evidence(),
                all.instances(),
                all.parts(),
                filler,
                predictions,
                rows.values().stream()
                        .sorted(Comparator.comparingLong(
                                        (ClassCensus row) -> row.parts().bytes())
                                .reversed()
                                .thenComparing(ClassCensus::name))
                        .limit(MOST_CLASSES)
                        .toList());
    }

    private Tally tally(DumpClass of) throws IOException {
        var tally = new Tally(own, others);
        switch (of.form()) {
            case DumpClass.Form.Instance form when of.name().equals(CLASS) -> classObjects(tally, form);
            case DumpClass.Form.Instance form ->
                tally.instances(form, of.all().instances(), of.all().bytes());
            case DumpClass.Form.Array(var element) ->
                tally.arrays(element, lengths.getOrDefault(of.index(), new Lengths()), arrayBytes[of.index()]);
            case DumpClass.Form.Unknown _ ->
                tally.unknown(of.all().instances(), of.all().bytes());
        }
        return tally;
    }

    private void classObjects(Tally tally, DumpClass.Form.Instance form) throws IOException {
        var contents = dump.contents(classObjects, 0);
        for (int object : classObjects) {
            var told = contents.get(object);
            tally.classObject(form, told == null ? List.of() : statics(told), dump.sizeOf(object));
        }
    }

    /** The virtual machine dumps some arrays of its own as if they were static fields, their names in angle brackets. */
    private static List<FieldKind> statics(ObjectContents contents) {
        return contents.slots().stream()
                .filter(slot -> !slot.name().startsWith("<"))
                .map(ObjectContents.Slot::kind)
                .toList();
    }

    private static ClassCensus together(ClassCensus one, ClassCensus other) {
        var predicted = new ArrayList<Long>();
        for (int i = 0; i < one.predicted().size(); i++) {
            predicted.add(one.predicted().get(i) + other.predicted().get(i));
        }
        return new ClassCensus(
                other.name(), one.instances() + other.instances(), one.parts().plus(other.parts()), predicted);
    }
}
