package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.HeapDumpOptions.Depth;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks a dump everything, and checks that the answers fit together. */
final class Questions {
    private final HeapDump dump;
    private final HeapDumpOptions options;

    private Questions(HeapDump dump, HeapDumpOptions options) {
        this.dump = dump;
        this.options = options;
    }

    static void ask(HeapDump dump, HeapDumpOptions options) throws IOException {
        var questions = new Questions(dump, options);
        questions.classesAlone();
        if (options.depth() == Depth.RETAINED) {
            questions.objects();
            questions.conservation();
            questions.paths();
        }
    }

    private void classesAlone() {
        long objects = 0;
        for (var type : dump.classes()) {
            is(type.all().instances() >= 0 && type.all().bytes() >= type.all().instances(), "amounts of a class");
            objects += type.all().instances();
        }
        is(objects == dump.objects(), "an object is of one class");
    }

    static HeapDumpOptions options(long seed) {
        return new HeapDumpOptions(
                seed % 3 == 0 ? References.ALL : References.STRONG,
                seed % 10 == 0 ? Depth.HISTOGRAM : Depth.RETAINED,
                seed % 7 == 0 ? Optional.of(RandomHeap.MODES.get((int) (seed % 5))) : Optional.empty());
    }

    private void objects() {
        var classes = dump.classes();
        long[] instances = new long[classes.size()];
        long[] bytes = new long[classes.size()];
        for (int object = 0; object < dump.objects(); object++) {
            int type = dump.classOf(object);
            instances[type]++;
            bytes[type] += dump.sizeOf(object);
            is(dump.sizeOf(object) > 0, "an object of " + dump.sizeOf(object) + " bytes");
            is(!dump.nameOf(object).isEmpty(), "a name");
            is(dump.objectAt(dump.addressOf(object)).orElse(-1) == object, "an object at its address");
            is(dump.lengthOf(object) >= -1, "a length");
            dump.references(object, to -> is(to >= 0 && to < dump.objects(), "a reference to " + to));
        }
        for (var type : classes) {
            is(type.all().equals(new Amount(instances[type.index()], bytes[type.index()])), "amounts of a class");
            is(type.superclass() >= -1 && type.superclass() < classes.size(), "a superclass");
        }
        is(dump.facts().objects() == dump.objects(), "as many objects as it says");
        is(dump.facts().dangling() >= 0 && dump.facts().references() >= 0, "counts");
    }

    private void conservation() {
        long all = 0;
        long reached = 0;
        for (var how : Reachability.values()) {
            all += dump.total(how).instances();
            reached += how == Reachability.STRONG || how == Reachability.WEAK_ONLY && options.references() == References.ALL
                    ? dump.total(how).bytes()
                    : 0;
        }
        is(all == dump.objects(), "each object is reached in one way");
        long kept = 0;
        for (int top : dump.dominatedBy(HeapDump.NONE, Integer.MAX_VALUE)) {
            kept += dump.retainedBy(top);
        }
        is(kept == reached, "the roots keep " + kept + " of " + reached + " bytes");
        var sums = new long[dump.objects()];
        for (int object = 0; object < dump.objects(); object++) {
            sums[object] += counts(object) ? dump.sizeOf(object) : 0;
            int dominator = dump.dominatorOf(object);
            is(dominator >= -1 && dominator < dump.objects() && dominator != object, "a dominator");
            if (dominator >= 0) {
                sums[dominator] += dump.retainedBy(object);
                is(dump.retainedBy(dominator) > dump.retainedBy(object), "a dominator keeps more");
            }
        }
        for (int object = 0; object < dump.objects(); object++) {
            is(sums[object] == dump.retainedBy(object), "its own and what it dominates is what it retains");
        }
        is(dump.dominatedByClass().length == dump.classes().size(), "a sum for each class");
        is(dump.dominatingInstances().length == dump.classes().size(), "a number for each class");
        if (!dump.classes().isEmpty()) {
            var some = List.of(0, dump.classes().size() - 1);
            is(dump.retainedByClass(some) <= reached, "a class retains no more than there is");
        }
    }

    private boolean counts(int object) {
        var how = dump.reachabilityOf(object);
        return how == Reachability.STRONG || how == Reachability.WEAK_ONLY && options.references() == References.ALL;
    }

    private void paths() throws IOException {
        int step = 1 + dump.objects() / 8;
        var some = new ArrayList<Integer>();
        for (int object = 0; object < dump.objects(); object += step) {
            some.add(object);
            var path = dump.pathTo(object);
            is(path.isEmpty() != counts(object), "a path to what is reached");
            is(path.isEmpty() || path.getLast().object() == object, "a path to the object");
        }
        var contents = dump.contents(some, 10);
        for (var object : some) {
            var content = contents.get(object);
            is(content == null || content.object() == object, "the content of another");
        }
    }

    /** What the whole dump says of its objects, in one text: equal texts are equal answers. */
    static String everything(HeapDump dump) {
        var text = new StringBuilder(dump.facts().toString()).append(dump.classes());
        IntStream.range(0, dump.objects())
                .forEach(object -> text.append(object)
                        .append(' ')
                        .append(dump.addressOf(object))
                        .append(dump.nameOf(object))
                        .append(' ')
                        .append(dump.sizeOf(object))
                        .append(' ')
                        .append(dump.retainedBy(object))
                        .append(' ')
                        .append(dump.dominatorOf(object))
                        .append(dump.reachabilityOf(object))
                        .append('\n'));
        return text.append(Arrays.toString(dump.dominatedBy(HeapDump.NONE, Integer.MAX_VALUE)))
                .toString();
    }

    private static void is(boolean so, String what) {
        if (!so) {
            throw new AssertionError("not so: " + what);
        }
    }
}
