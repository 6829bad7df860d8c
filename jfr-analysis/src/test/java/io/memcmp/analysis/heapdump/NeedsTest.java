package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.heapdump.Hprof.Links;
import io.memcmp.analysis.heapdump.Hprof.Named;
import io.memcmp.analysis.heapdump.Hprof.RootKind;
import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said to be needed is enough, in a virtual machine that has no more: for dumps that take more than most. */
@Tag("beside")
class NeedsTest {
    private static final Path DIRECTORY = Dumps.directory();

    /** The virtual machine's own and memcmp's classes, and windows on the file; young, as the installed command has it. */
    private static final long BESIDE_MIB = 24;

    private static final long YOUNG_MIB = 16;
    private static final long OBJECT = 0x7f00_0000_1000L;
    private static final long CLASS = 0x7f00_0000_1100L;
    private static final long NODE = 0x7f00_0000_1200L;
    private static final long NODES = 0x7f01_0000_0000L;
    private static final Links NO_CLASS = new Links(0, 0, 0, 0);
    private static final Links OF_OBJECT = new Links(OBJECT, 0, 0, 0);

    @AfterAll
    static void delete() throws IOException {
        Dumps.delete(DIRECTORY);
    }

    private interface Content {
        void write(Hprof out) throws IOException;
    }

    private static Path dump(int fields, Content content) throws IOException {
        var file = Files.createTempFile(DIRECTORY, "needs", ".hprof");
        try (var out = new Hprof(Files.newOutputStream(file), Hprof.Format.USUAL)) {
            var names = List.of("java/lang/Object", "java/lang/Class", "x/Node", "one", "other");
            for (int i = 0; i < names.size(); i++) {
                out.text(i + 1, names.get(i));
            }
            out.loadClass(1, OBJECT, 1);
            out.loadClass(2, CLASS, 2);
            out.loadClass(3, NODE, 3);
            out.type(OBJECT, NO_CLASS, List.of(), List.of());
            out.type(CLASS, OF_OBJECT, List.of(), List.of());
            out.type(
                    NODE,
                    OF_OBJECT,
                    List.of(),
                    List.of(new Named(4, FieldKind.REF, 0), new Named(5, FieldKind.REF, 0))
                            .subList(0, fields));
            content.write(out);
        }
        return file;
    }

    private static long node(long number) {
        return NODES + 32 * number;
    }

    private static void isEnough(Path file, long objects) throws Exception {
        var told = new AtomicLong(-1);
        var listener = new DumpProgress() {
            @Override
            public void needs(long bytes) {
                told.set(bytes);
            }
        };
        HeapDump.open(file, HeapDumpOptions.USUAL, listener).close();
        assertTrue(told.get() > 0);
        long heap = told.get() / (1 << 20) + 1 + BESIDE_MIB + YOUNG_MIB;
        var flags = List.of(
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:MaxNewSize=" + YOUNG_MIB + "m",
                "-XX:PretenureSizeThreshold=64k");
        var printed = OwnJvm.run(DIRECTORY.resolve("output"), 300, flags, Reads.class, file.toString());
        assertEquals(Long.toString(objects), printed.strip());
    }

    /** Such as a leak of JNI references leaves. */
    @Test
    void everyObjectIsARoot() throws Exception {
        int nodes = 1_000_000;
        var file = dump(0, out -> {
            for (int i = 0; i < nodes; i++) {
                out.instance(node(i), NODE, out.bytes());
                out.root(RootKind.JNI_GLOBAL, node(i));
            }
        });
        isEnough(file, nodes + 3);
    }

    /** What thinning takes away is put back for nothing, and the search made again. */
    @Test
    @Tag("slow")
    void twoChainsThatShareAllAndManyThatNobodyRefersTo() throws Exception {
        int each = 500_000;
        int unreached = 5_000_000;
        var file = dump(2, out -> {
            for (int chain = 0; chain < 2; chain++) {
                long first = (long) chain * each;
                out.root(RootKind.STICKY_CLASS, node(first));
                for (int i = 0; i < each; i++) {
                    long next = i + 1 < each ? node(first + i + 1) : 0;
                    out.instance(node(first + i), NODE, out.bytes().u8(next).u8(node(2L * each + i)));
                }
            }
            for (int i = 0; i < each + unreached; i++) {
                out.instance(node(2L * each + i), NODE, out.bytes().u8(0).u8(0));
            }
        });
        isEnough(file, 3L * each + unreached + 3);
    }
}
