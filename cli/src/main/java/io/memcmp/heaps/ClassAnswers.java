package io.memcmp.heaps;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpClass;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.Reachability;
import io.memcmp.result.DumpAnswers;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;

/** What there is of a class: its instances, what they retain together, who holds them, what they hold. */
final class ClassAnswers {
    /** Where no single object dominates. */
    private static final String ROOTS = "(no single object)";

    private final Reader reader;
    private final HeapDump dump;
    private final int top;

    ClassAnswers(Reader reader, int top) {
        this.reader = reader;
        this.dump = reader.dump();
        this.top = top;
    }

    DumpAnswers.OfClass of(String name) {
        var classes = reader.classes(name);
        return new DumpAnswers.OfClass(
                name, classes.isEmpty() ? Observed.missing(Names.unknown(reader, name)) : Observed.of(found(classes)));
    }

    private DumpAnswers.Found found(List<DumpClass> classes) {
        var members = reader.members(classes);
        var inside = inside(members);
        var largest = reader.new Largest(top);
        var dominators = new Groups();
        var holds = new Groups();
        for (int object = 0; object < dump.objects(); object++) {
            if (!reader.live(object)) {
                continue;
            }
            int dominator = dump.dominatorOf(object);
            if (members[dump.classOf(object)]) {
                largest.offer(object);
                if (!inside.get(object)) {
                    dominators.add(
                            dominator == HeapDump.NONE ? ROOTS : dump.nameOf(dominator), dump.retainedBy(object));
                }
            }
            if (dominator != HeapDump.NONE && members[dump.classOf(dominator)] && !inside.get(dominator)) {
                holds.add(dump.nameOf(object), dump.retainedBy(object));
            }
        }
        var amounts = new EnumMap<Reachability, Amount>(Reachability.class);
        for (var how : Reachability.values()) {
            amounts.put(how, classes.stream().map(each -> each.amount(how)).reduce(Amount.NONE, Amount::plus));
        }
        return new DumpAnswers.Found(
                classes.size(),
                amounts,
                dump.retainedByClass(classes.stream().map(DumpClass::index).toList()),
                largest.ordered().stream().map(reader::object).toList(),
                dominators.largest(top),
                holds.largest(top));
    }

    /** {@return the objects that an instance dominates, directly or not: counted once more they would count twice} */
    private BitSet inside(boolean[] members) {
        var inside = new BitSet(dump.objects());
        var known = new BitSet(dump.objects());
        for (int object = 0; object < dump.objects(); object++) {
            if (known.get(object)) {
                continue;
            }
            int above = object;
            boolean below = false;
            while (!known.get(above)) {
                int dominator = dump.dominatorOf(above);
                if (dominator == HeapDump.NONE) {
                    break;
                }
                if (members[dump.classOf(dominator)]) {
                    below = true;
                    break;
                }
                above = dominator;
            }
            mark(object, above, below || inside.get(above), inside, known);
        }
        return inside;
    }

    private void mark(int from, int to, boolean below, BitSet inside, BitSet known) {
        for (int object = from; ; object = dump.dominatorOf(object)) {
            known.set(object);
            inside.set(object, below);
            if (object == to) {
                return;
            }
        }
    }
}
