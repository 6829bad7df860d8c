package io.memcmp.heaps;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.plan.UserError;
import io.memcmp.result.DumpAnswers;
import io.memcmp.result.DumpObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is in an object, who keeps it, what it keeps, and how a root leads to it. */
final class ObjectAnswers {
    private final Reader reader;
    private final HeapDump dump;
    private final Values values;
    private final int top;

    ObjectAnswers(Reader reader, Values values, int top) {
        this.reader = reader;
        this.dump = reader.dump();
        this.values = values;
        this.top = top;
    }

    DumpAnswers.OfObject of(long address) throws IOException {
        int object = at(dump, address);
        var contents = dump.contents(List.of(object), top).get(object);
        if (contents == null) {
            throw new IOException("the dump no longer holds what is at " + DumpObject.at(address));
        }
        int dominator = dump.dominatorOf(object);
        return new DumpAnswers.OfObject(
                reader.object(object),
                dump.reachabilityOf(object),
                dump.lengthOf(object),
                dominator == HeapDump.NONE ? Optional.empty() : Optional.of(reader.object(dominator)),
                values.slots(contents),
                reader.objects(dump.dominatedBy(object, top)),
                reader.steps(dump.pathTo(object)));
    }

    static int at(HeapDump dump, long address) {
        return dump.objectAt(address)
                .orElseThrow(() -> new UserError(
                        "no object at " + DumpObject.at(address) + " in this dump",
                        "addresses are of one dump alone; take one that its report shows"));
    }

    DumpAnswers.OfPath pathTo(String asked) throws IOException {
        if (Names.isAddress(asked)) {
            return new DumpAnswers.OfPath(asked, path(at(dump, Names.address(asked))));
        }
        var classes = reader.classes(asked);
        if (classes.isEmpty()) {
            return new DumpAnswers.OfPath(asked, Observed.missing(Names.unknown(reader, asked)));
        }
        var members = reader.members(classes);
        var largest = reader.new Largest(1);
        for (int object = 0; object < dump.objects(); object++) {
            if (members[dump.classOf(object)] && reader.live(object)) {
                largest.offer(object);
            }
        }
        var found = largest.ordered();
        return new DumpAnswers.OfPath(
                asked, found.isEmpty() ? Observed.missing("no instance of it is live") : path(found.getFirst()));
    }

    private Observed<DumpAnswers.Path> path(int object) throws IOException {
        var steps = reader.steps(dump.pathTo(object));
        return steps.isEmpty()
                ? Observed.missing("no reference that counts leads to it from a root")
                : Observed.of(new DumpAnswers.Path(reader.object(object), steps));
    }
}
