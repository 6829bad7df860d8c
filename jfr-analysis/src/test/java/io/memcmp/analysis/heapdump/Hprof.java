package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** Writes the records of the HPROF format one by one, and believes whatever it is told to write. */
final class Hprof implements Closeable {
    static final int SEGMENT = 0x1c;
    static final int WHOLE = 0x0c;
    static final int END = 0x2c;
    static final int TEXT = 1;
    static final int LOAD_CLASS = 2;
    static final int FRAME = 4;
    static final int TRACE = 5;

    private static final int MOST_OF_A_SEGMENT = 1 << 20;

    private final Format format;
    private final DataOutputStream out;
    private final Bytes segment;

    /**
     * What differs from writer to writer.
     *
     * @param version as in {@code JAVA PROFILE 1.0.2}
     * @param idBytes 4 or 8
     * @param segments whether objects come in segments, or in records that the older form of the format has
     * @param end whether an empty record ends the segments
     */
    record Format(String version, int idBytes, boolean segments, boolean end) {
        static final Format USUAL = new Format("1.0.2", 8, true, true);
        static final Format OLD = new Format("1.0.1", 8, false, false);

        Format ofIds(int bytes) {
            return new Format(version, bytes, segments, end);
        }
    }

    /** Why an object is a root. */
    enum RootKind {
        UNKNOWN(0xff, 0),
        JNI_GLOBAL(1, -1),
        JNI_LOCAL(2, 8),
        JAVA_FRAME(3, 8),
        NATIVE_STACK(4, 4),
        STICKY_CLASS(5, 0),
        THREAD_BLOCK(6, 4),
        MONITOR_USED(7, 0),
        THREAD_OBJECT(8, 8);

        private final int tag;
        /** Bytes after the object; one less than none for another identifier. */
        private final int more;

        RootKind(int tag, int more) {
            this.tag = tag;
            this.more = more;
        }
    }

    /** A field as a class declares it. */
    record Field(String name, FieldKind kind) {}

    /** What a class refers to: identifiers. */
    record Links(long superclass, long loader, long signers, long domain) {}

    /** A field with the identifier of its name, and its bits where it is static. */
    record Named(long name, FieldKind kind, long bits) {}

    Hprof(OutputStream to, Format format) throws IOException {
        this.format = format;
        this.out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
        this.segment = new Bytes(format.idBytes());
        out.write(("JAVA PROFILE " + format.version() + "\0").getBytes(StandardCharsets.US_ASCII));
        out.writeInt(format.idBytes());
        out.writeLong(1_700_000_000_000L);
    }

    static int code(FieldKind kind) {
        return switch (kind) {
            case REF -> 2;
            case BOOLEAN -> 4;
            case CHAR -> 5;
            case FLOAT -> 6;
            case DOUBLE -> 7;
            case BYTE -> 8;
            case SHORT -> 9;
            case INT -> 10;
            case LONG -> 11;
        };
    }

    Bytes bytes() {
        return new Bytes(format.idBytes());
    }

    void record(int tag, byte[] body) throws IOException {
        out.writeByte(tag);
        out.writeInt(0);
        out.writeInt(body.length);
        out.write(body);
    }

    void text(long id, String text) throws IOException {
        record(TEXT, bytes().id(id).raw(text.getBytes(StandardCharsets.UTF_8)).toArray());
    }

    void loadClass(int serial, long type, long name) throws IOException {
        record(LOAD_CLASS, bytes().u4(serial).id(type).u4(1).id(name).toArray());
    }

    /** A stack trace without frames, which every object names as where it was allocated. */
    void trace() throws IOException {
        record(TRACE, bytes().u4(1).u4(0).u4(0).toArray());
    }

    void root(RootKind kind, long object) throws IOException {
        room();
        segment.u1(kind.tag).id(object);
        if (kind.more < 0) {
            segment.id(0x7f00_1234L);
        }
        for (int i = 0; i < kind.more; i += 4) {
            segment.u4(i);
        }
    }

    void type(long id, Links links, List<Named> statics, List<Named> fields) throws IOException {
        room();
        segment.u1(0x20).id(id).u4(1).id(links.superclass()).id(links.loader());
        segment.id(links.signers()).id(links.domain()).id(0).id(0);
        segment.u4(fields.stream().mapToInt(field -> width(field.kind())).sum());
        segment.u2(1).u2(7).u1(code(FieldKind.INT)).u4(42); // HotSpot writes no constants; the format has them
        segment.u2(statics.size());
        for (var field : statics) {
            segment.id(field.name()).u1(code(field.kind()));
            value(segment, field.kind(), field.bits());
        }
        segment.u2(fields.size());
        for (var field : fields) {
            segment.id(field.name()).u1(code(field.kind()));
        }
    }

    void instance(long id, long type, Bytes fields) throws IOException {
        room();
        segment.u1(0x21).id(id).u4(1).id(type).u4(fields.size()).raw(fields);
    }

    void references(long id, long type, long... elements) throws IOException {
        var each = Arrays.stream(elements).iterator();
        references(id, type, elements.length, each::next);
    }

    /** An array too long for an array of its elements. */
    void references(long id, long type, int length, LongSupplier elements) throws IOException {
        room();
        segment.u1(0x22).id(id).u4(1).u4(length).id(type);
        for (int i = 0; i < length; i++) {
            segment.id(elements.getAsLong());
        }
    }

    void numbers(long id, FieldKind kind, int length, long bits) throws IOException {
        room();
        segment.u1(0x23).id(id).u4(1).u4(length).u1(code(kind));
        for (int i = 0; i < length; i++) {
            value(segment, kind, bits + i);
        }
    }

    void value(Bytes bytes, FieldKind kind, long bits) {
        switch (width(kind)) {
            case 1 -> bytes.u1((int) bits & (kind == FieldKind.BOOLEAN ? 1 : 0xff));
            case 2 -> bytes.u2((int) bits);
            case 4 -> bytes.u4(bits);
            default -> bytes.u8(bits);
        }
    }

    int width(FieldKind kind) {
        return switch (kind) {
            case REF -> format.idBytes();
            case BOOLEAN, BYTE -> 1;
            case CHAR, SHORT -> 2;
            case FLOAT, INT -> 4;
            case DOUBLE, LONG -> 8;
        };
    }

    private void room() throws IOException {
        if (format.segments() && segment.size() > MOST_OF_A_SEGMENT) {
            flush();
        }
    }

    /** Ends a segment, so that the next object begins another. */
    void flush() throws IOException {
        if (segment.size() > 0) {
            record(format.segments() ? SEGMENT : WHOLE, segment.toArray());
            segment.clear();
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        if (format.end()) {
            record(END, new byte[0]);
        }
        out.close();
    }
}
