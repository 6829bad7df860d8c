package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.DumpProgress.Step;
import io.memcmp.analysis.heapdump.FirstLook.Found;
import io.memcmp.analysis.heapdump.FirstLook.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Goes through a dump whose objects are known: through its parts at once, or from its beginning to its end. */
final class SecondLook {
    private final Path file;
    private final DumpScan scan;
    private final Found found;
    private final DumpProgress progress;

    SecondLook(Path file, DumpScan scan, Found found, DumpProgress progress) {
        this.file = file;
        this.scan = scan;
        this.found = found;
        this.progress = progress;
    }

    /** Looks at one part of a dump, or at all of it. */
    interface Visitor<V> extends RecordVisitor {
        /** {@return how many objects were seen, each once} */
        long objects();

        /** Nothing more comes. Returns whether there is nothing in what was seen that depends on what else is in the dump. */
        boolean finish();

        /** Adds what was seen in the part that follows; returns whether the parts agree. */
        boolean add(V following);
    }

    /** Makes visitors. */
    interface Visitors<V> {
        /** {@return one for each part, new ones} What others have left behind is forgotten. */
        List<V> of(List<Part> parts);
    }

    /**
     * {@return the visitor that has seen all}
     *
     * @throws HeapDumpException when it is not what was seen at the first look
     */
    <V extends Visitor<V>> V look(Visitors<V> visitors) throws IOException, HeapDumpException {
        var visitor = seen(visitors);
        if (visitor.objects() != found.index().size()) {
            throw new HeapDumpException("changed while it was read");
        }
        return visitor;
    }

    private <V extends Visitor<V>> V seen(Visitors<V> visitors) throws IOException, HeapDumpException {
        if (found.parts().size() > 1 && found.isUnambiguous()) {
            var several = visitors.of(found.parts());
            if (together(several) && agree(several)) {
                return several.getFirst();
            }
        }
        var one = visitors.of(List.of(found.whole(scan.all()))).getFirst();
        scan.run(one, this::passed);
        one.finish();
        return one;
    }

    /** Returns whether all parts were seen to their ends. */
    private boolean together(List<? extends RecordVisitor> visitors) throws IOException, HeapDumpException {
        var scans = new ArrayList<DumpScan>();
        var inputs = new ArrayList<DumpInput>();
        try {
            var tasks = new ArrayList<Together.Task>();
            for (var part : found.parts()) {
                int place = scans.size();
                var in = new DumpInput(file);
                inputs.add(in);
                var its = new DumpScan(in);
                scans.add(its);
                DumpScan.Passed told =
                        place == 0 ? done -> passed(done * found.parts().size()) : _ -> {};
                tasks.add(() -> its.run(visitors.get(place), told, part.range()));
            }
            Together.run(tasks);
        } finally {
            for (var in : inputs) {
                in.close();
            }
        }
        return scans.stream().allMatch(each -> each.incomplete().isEmpty());
    }

    private static <V extends Visitor<V>> boolean agree(List<V> visitors) {
        boolean agree = true;
        for (var visitor : visitors) {
            agree &= visitor.finish();
        }
        for (var following : visitors.subList(1, visitors.size())) {
            agree &= visitors.getFirst().add(following);
        }
        return agree;
    }

    private void passed(double done) {
        progress.at(Step.REFERENCES, Math.min(1, done));
    }
}
