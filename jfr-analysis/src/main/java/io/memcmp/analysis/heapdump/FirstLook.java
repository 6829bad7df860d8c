package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.DumpProgress.Step;
import io.memcmp.analysis.heapdump.DumpScan.Range;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the objects and classes of a dump. HotSpot writes the classes before all other objects, in one segment after the
 * other: the rest of these is looked at in several parts at once. Whatever is otherwise is read from the beginning to the end.
 */
final class FirstLook {
    /** To find the beginnings of records, which are far apart. */
    private static final int SMALL_WINDOW = 1 << 13;

    private final Path file;
    private final DumpScan scan;
    private final long fileBytes;
    private final Splitting splitting;
    private final DumpProgress progress;

    FirstLook(Path file, DumpInput in, DumpScan scan, Splitting splitting, DumpProgress progress) {
        this.file = file;
        this.scan = scan;
        this.fileBytes = in.length();
        this.splitting = splitting;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param parts of the file that can be looked at at once, in their order
     */
    record Found(ClassTable classes, Names names, ObjectPass pass, ObjectIndex index, List<Part> parts) {
        /** {@return whether an identifier stands for one object only} */
        boolean isUnambiguous() {
            return pass.records() == index.size();
        }

        /** {@return all parts as one} */
        Part whole(Range range) {
            return new Part(range, pass.references(), pass.instances());
        }
    }

    /**
     * A part of the file, and how much is in it.
     *
     * @param references at most so many
     * @param instances by class
     */
    @SuppressWarnings("ArrayRecordComponent") // of this package alone, and never compared
    record Part(Range range, long references, int[] instances) {}

    Found find(int identifierBytes) throws IOException, HeapDumpException {
        var names = new Names(file);
        try {
            return find(new ClassTable(identifierBytes, names), names);
        } catch (IOException | HeapDumpException | RuntimeException | Error failed) {
            names.close();
            throw failed;
        }
    }

    /** One look is enough where classes and their names come before their instances, as HotSpot writes them. */
    private Found find(ClassTable classes, Names names) throws IOException, HeapDumpException {
        var looks = inParts(new ObjectPass(classes, names, fileBytes));
        if (looks.pass().surprised()) {
            looks = again(classes, names, true);
        }
        if (!looks.pass().addresses() || names.askedTooEarly()) {
            looks = again(classes, names, looks.pass().addresses());
        }
        return new Found(classes, names, looks.pass(), looks.pass().index(), looks.parts());
    }

    private Looks again(ClassTable classes, Names names, boolean addresses) throws IOException {
        names.askAgain();
        classes.askAgain();
        var pass = new ObjectPass(classes, names, fileBytes);
        if (!addresses) {
            pass.withoutAddresses();
        }
        scan.run(pass, this::passed);
        return new Looks(pass, List.of(part(scan.all(), pass)));
    }

    private record Looks(ObjectPass pass, List<Part> parts) {}

    private Looks inParts(ObjectPass pass) throws IOException, HeapDumpException {
        var segments = segments();
        if (segments.size() < 2) {
            scan.run(pass, this::passed);
            return new Looks(pass, List.of(part(scan.all(), pass)));
        }
        long from = scan.all().from();
        int next = 0;
        while (next < segments.size() && !pass.seesObjects()) {
            scan.run(pass, this::passed, new Range(from, segments.get(next)));
            from = segments.get(next++);
        }
        pass.share();
        return together(pass, ranges(from, segments.subList(Math.max(0, next - 1), segments.size())));
    }

    private List<Long> segments() throws IOException, HeapDumpException {
        if (splitting.parts(fileBytes) < 2) {
            return List.of();
        }
        try (var in = new DumpInput(file, SMALL_WINDOW)) {
            return new DumpScan(in).segments();
        }
    }

    /** {@return parts of about the same size, which begin where segments begin} */
    private List<Range> ranges(long from, List<Long> segments) {
        long end = segments.getLast();
        int parts = splitting.parts(end - from);
        var ranges = new ArrayList<Range>();
        long begin = from;
        for (long segment : segments) {
            long share = from + (end - from) / parts * (ranges.size() + 1);
            if (segment > begin && segment >= share && segment < end) {
                ranges.add(new Range(begin, segment));
                begin = segment;
            }
        }
        ranges.add(new Range(begin, end));
        return ranges;
    }

    private Looks together(ObjectPass first, List<Range> ranges) throws IOException, HeapDumpException {
        var passes = new ArrayList<ObjectPass>();
        var scans = new ArrayList<DumpScan>();
        var inputs = new ArrayList<DumpInput>();
        try {
            var tasks = new ArrayList<Together.Task>();
            for (var range : ranges) {
                var main = passes.isEmpty();
                var pass = main ? first : first.alongside(fileBytes, range.to() - range.from());
                var in = new DumpInput(file);
                inputs.add(in);
                var its = new DumpScan(in);
                passes.add(pass);
                scans.add(its);
                tasks.add(() -> its.run(pass, main ? done -> passed(done * ranges.size()) : _ -> {}, range));
            }
            Together.run(tasks);
        } finally {
            for (var in : inputs) {
                in.close();
            }
        }
        var parts = new ArrayList<Part>();
        for (int i = 0; i < ranges.size(); i++) {
            long from = i == 0 ? scan.all().from() : ranges.get(i).from();
            parts.add(part(new Range(from, ranges.get(i).to()), passes.get(i)));
        }
        passes.subList(1, passes.size()).forEach(first::add);
        if (scans.stream().anyMatch(each -> each.incomplete().isPresent())) {
            first.surprise();
        }
        return new Looks(first, parts);
    }

    private static Part part(Range range, ObjectPass pass) {
        return new Part(range, pass.references(), pass.instances());
    }

    private void passed(double done) {
        progress.at(Step.OBJECTS, Math.min(1, done));
    }
}
