package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through a dump record by record. The format is that of HPROF 1.0.1 and 1.0.2, as the JDK's
 * {@code heapDumper.cpp} describes it; what it does not know ends the segment it stands in.
 */
final class DumpScan {
    private static final String MAGIC = "JAVA PROFILE 1.0.";
    private static final int MAGIC_BYTES = 19;
    private static final long EVERY = 8 << 20;

    private static final int TEXT = 0x01;
    private static final int LOAD_CLASS = 0x02;
    private static final int HEAP_DUMP = 0x0c;
    private static final int HEAP_DUMP_SEGMENT = 0x1c;
    private static final int HEAP_DUMP_END = 0x2c;

    /** Unloaded classes, stack frames and traces, allocation sites, a summary, threads, samples and settings. */
    private static final Set<Integer> OF_NO_HEAP = Set.of(0x03, 0x04, 0x05, 0x06, 0x07, 0x0a, 0x0b, 0x0d, 0x0e);

    private static final int CLASS = 0x20;
    private static final int INSTANCE = 0x21;
    private static final int OBJECT_ARRAY = 0x22;
    private static final int PRIMITIVE_ARRAY = 0x23;

    private static final RootKind[] ROOTS = new RootKind[0x100];

    static {
        for (var kind : RootKind.values()) {
            if (kind.tag() >= 0) {
                ROOTS[kind.tag()] = kind;
            }
        }
    }

    private final DumpInput in;
    private final String format;
    private final Instant written;
    private final long firstRecord;
    private Optional<String> incomplete = Optional.empty();
    private boolean ended;
    private boolean heapSeen;

    DumpScan(DumpInput in) throws IOException, HeapDumpException {
        this.in = in;
        in.seek(0);
        format = format(in);
        int identifierBytes = identifierBytes(in);
        in.identifiersOf(identifierBytes);
        written = instant(in.i8());
        firstRecord = in.position();
    }

    private static String format(DumpInput in) throws IOException, HeapDumpException {
        if (in.length() < MAGIC_BYTES + Integer.BYTES + Long.BYTES) {
            throw new HeapDumpException("is no heap dump: it has " + in.length() + " bytes");
        }
        var text = new String(in.bytes(MAGIC_BYTES), StandardCharsets.ISO_8859_1);
        if (!text.startsWith(MAGIC) || text.charAt(MAGIC_BYTES - 1) != 0) {
            throw new HeapDumpException("is no heap dump: it does not begin with \"" + MAGIC + "\"");
        }
        return text.substring(0, MAGIC_BYTES - 1);
    }

    private static int identifierBytes(DumpInput in) throws IOException, HeapDumpException {
        long bytes = in.u4();
        if (bytes != Integer.BYTES && bytes != Long.BYTES) {
            throw new HeapDumpException("is no heap dump that can be read: identifiers of " + bytes + " bytes");
        }
        return (int) bytes;
    }

    private static Instant instant(long millis) {
        try {
            return Instant.ofEpochMilli(millis);
        } catch (DateTimeException beyond) {
            return Instant.EPOCH;
        }
    }

    String format() {
        return format;
    }

    Instant written() {
        return written;
    }

    /** {@return why the last scan did not see all of a heap; empty when it did} */
    Optional<String> incomplete() {
        return incomplete;
    }

    /** Is told how much of the file was gone through. */
    interface Passed {
        void share(double done);
    }

    /**
     * A part of the file between two records.
     *
     * @param from where the first begins
     * @param to where the last ends
     */
    record Range(long from, long to) {}

    /** {@return all records} */
    Range all() {
        return new Range(firstRecord, in.length());
    }

    /** Shows every record to a visitor. */
    void run(RecordVisitor visitor, Passed passed) throws IOException {
        run(visitor, passed, all());
        if (!heapSeen) {
            incomplete("there is no heap in it");
        } else if (!ended) {
            incomplete("it has no end mark: its writer did not finish, or it was cut off between two records");
        }
        passed.share(1);
    }

    /** Shows the records of a part to a visitor. */
    void run(RecordVisitor visitor, Passed passed, Range range) throws IOException {
        incomplete = Optional.empty();
        ended = false;
        heapSeen = false;
        in.seek(range.from());
        long next = range.from() + EVERY;
        try {
            while (in.position() < range.to()) {
                record(visitor, passed);
                if (in.position() >= next) {
                    passed.share((double) in.position() / in.length());
                    next = in.position() + EVERY;
                }
            }
        } catch (EOFException cut) {
            incomplete("the file ends in the middle of a record, at byte " + in.length());
        }
    }

    /**
     * {@return where the segments of the heap begin, and where the last ends; empty when the file has other parts of a heap,
     * or is cut off} Reads the beginnings of records alone.
     */
    List<Long> segments() throws IOException {
        var begins = new ArrayList<Long>();
        long at = firstRecord;
        boolean whole = false;
        try {
            while (at < in.length()) {
                in.seek(at);
                int tag = in.u1();
                in.i4(); // microseconds since the dump began
                long end = in.position() + Integer.BYTES + in.u4();
                if (tag == HEAP_DUMP_SEGMENT) {
                    begins.add(at);
                }
                whole = tag == HEAP_DUMP_END && end == in.length();
                at = tag == HEAP_DUMP ? Long.MAX_VALUE : end;
            }
        } catch (EOFException cut) {
            return List.of();
        }
        begins.add(in.length());
        return whole ? begins : List.of();
    }

    private void incomplete(String reason) {
        if (incomplete.isEmpty()) {
            incomplete = Optional.of(reason);
        }
    }

    private void record(RecordVisitor visitor, Passed passed) throws IOException {
        long begin = in.position();
        int tag = in.u1();
        in.i4(); // microseconds since the dump began
        long bytes = in.u4();
        long end = in.position() + bytes;
        switch (tag) {
            case TEXT -> text(visitor, bytes);
            case LOAD_CLASS -> loadClass(visitor);
            case HEAP_DUMP -> {
                // Old writers leave 0 where a heap has more than 4 GiB; it then goes on to the end of the file.
                end = bytes == 0 ? in.length() : end;
                ended = true;
                segment(visitor, begin, end, passed);
            }
            case HEAP_DUMP_SEGMENT -> segment(visitor, begin, end, passed);
            case HEAP_DUMP_END -> ended = true;
            default -> {
                if (!OF_NO_HEAP.contains(tag)) {
                    incomplete("at byte %d there is no record of a dump: tag 0x%02x".formatted(begin, tag));
                }
            }
        }
        if (end > in.length()) {
            throw new EOFException();
        }
        in.seek(end);
    }

    private void text(RecordVisitor visitor, long bytes) throws IOException {
        if (bytes >= in.identifierBytes()) {
            long id = in.identifier();
            visitor.text(id, in.position(), (int) Math.min(Integer.MAX_VALUE, bytes - in.identifierBytes()));
        }
    }

    private void loadClass(RecordVisitor visitor) throws IOException {
        in.i4(); // serial number
        long classId = in.identifier();
        in.i4(); // stack trace
        visitor.loaded(classId, in.identifier());
    }

    private void segment(RecordVisitor visitor, long begin, long end, Passed passed) throws IOException {
        heapSeen = true;
        visitor.segment(begin);
        long limit = Math.min(end, in.length());
        long next = in.position() + EVERY;
        while (in.position() < limit) {
            long at = in.position();
            int tag = in.u1();
            if (!subrecord(tag, visitor, limit)) {
                incomplete("at byte %d there is no record of a heap: tag 0x%02x".formatted(at, tag));
                return;
            }
            if (in.position() > limit) {
                incomplete("the record at byte " + at + " is longer than what it stands in");
                return;
            }
            if (in.position() >= next) {
                passed.share((double) in.position() / in.length());
                next = in.position() + EVERY;
            }
        }
    }

    private boolean subrecord(int tag, RecordVisitor visitor, long limit) throws IOException {
        return switch (tag) {
            case INSTANCE -> instance(visitor, limit);
            case OBJECT_ARRAY -> objectArray(visitor, limit);
            case PRIMITIVE_ARRAY -> primitiveArray(visitor, limit);
            case CLASS -> classDump(visitor);
            default -> root(tag, visitor);
        };
    }

    private boolean root(int tag, RecordVisitor visitor) throws IOException {
        var root = ROOTS[tag];
        if (root == null) {
            return false;
        }
        visitor.root(root, in.identifier());
        in.seek(in.position() + root.rest(in.identifierBytes()));
        return true;
    }

    private boolean instance(RecordVisitor visitor, long limit) throws IOException {
        int word = in.identifierBytes();
        in.require(2 * word + 2 * Integer.BYTES);
        long id = in.identifier();
        in.i4(); // stack trace
        long classId = in.identifier();
        long bytes = in.u4();
        long end = in.position() + bytes;
        if (bytes > DumpInput.WINDOW || end > limit) {
            return cutOff(end, limit);
        }
        in.require((int) bytes);
        visitor.instance(id, classId, in, (int) bytes);
        in.seek(end);
        return true;
    }

    private boolean objectArray(RecordVisitor visitor, long limit) throws IOException {
        long id = in.identifier();
        in.i4(); // stack trace
        long length = in.u4();
        long classId = in.identifier();
        long end = in.position() + length * in.identifierBytes();
        if (length > Integer.MAX_VALUE || end > limit) {
            return cutOff(end, limit);
        }
        visitor.objectArray(id, classId, (int) length, in);
        in.seek(end);
        return true;
    }

    private boolean primitiveArray(RecordVisitor visitor, long limit) throws IOException {
        long id = in.identifier();
        in.i4(); // stack trace
        long length = in.u4();
        var element = DumpValues.kind(in.u1());
        if (element.isEmpty() || element.get() == FieldKind.REF) {
            return false;
        }
        long end = in.position() + length * DumpValues.bytes(element.get(), in.identifierBytes());
        if (length > Integer.MAX_VALUE || end > limit) {
            return cutOff(end, limit);
        }
        visitor.primitiveArray(id, element.get(), (int) length, in);
        in.seek(end);
        return true;
    }

    /** What does not fit into its segment is damage, unless the file itself ends there. */
    private boolean cutOff(long end, long limit) throws IOException {
        if (end > limit && limit == in.length()) {
            throw new EOFException();
        }
        return false;
    }

    private boolean classDump(RecordVisitor visitor) throws IOException {
        long id = in.identifier();
        in.i4(); // stack trace
        long superclass = in.identifier();
        long loader = in.identifier();
        long signers = in.identifier();
        long protectionDomain = in.identifier();
        in.identifier(); // reserved
        in.identifier(); // reserved
        in.i4(); // bytes of the fields of an instance: not its size
        if (!skipConstants()) {
            return false;
        }
        var statics = statics();
        var fields = fields();
        if (statics.isEmpty() || fields.isEmpty()) {
            return false;
        }
        visitor.classDump(
                new ClassRecord(id, superclass, loader, signers, protectionDomain, statics.get(), fields.get()));
        return true;
    }

    private boolean skipConstants() throws IOException {
        int count = in.u2();
        for (int i = 0; i < count; i++) {
            in.u2(); // index
            var kind = DumpValues.kind(in.u1());
            if (kind.isEmpty()) {
                return false;
            }
            value(kind.get());
        }
        return true;
    }

    private Optional<List<ClassRecord.Static>> statics() throws IOException {
        int count = in.u2();
        var statics = new ArrayList<ClassRecord.Static>();
        for (int i = 0; i < count; i++) {
            long name = in.identifier();
            var kind = DumpValues.kind(in.u1());
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            statics.add(new ClassRecord.Static(name, kind.get(), value(kind.get())));
        }
        return Optional.of(statics);
    }

    private Optional<List<ClassRecord.Field>> fields() throws IOException {
        int count = in.u2();
        var fields = new ArrayList<ClassRecord.Field>();
        for (int i = 0; i < count; i++) {
            long name = in.identifier();
            var kind = DumpValues.kind(in.u1());
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            fields.add(new ClassRecord.Field(name, kind.get()));
        }
        return Optional.of(fields);
    }

    /** {@return the value as bits, those of a float as of a double} */
    private long value(FieldKind kind) throws IOException {
        return DumpValues.read(in, kind);
    }
}
