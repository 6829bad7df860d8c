package io.memcmp.analysis.jfr;

import static io.memcmp.analysis.jfr.OracleTest.happened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Jdk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link OracleTest}, on every collector and on recordings of unusual size and content. */
@Tag("slow")
@Tag("beside")
class OracleSlowTest {
    private static final List<String> G1 = List.of("-XX:+UseG1GC", "-Xmx64m");
    private static final int MIB = 1 << 20;

    @TempDir
    static Path directory;

    private static Recordings recordings;

    @BeforeAll
    static void compile() throws Exception {
        recordings = Recordings.in(directory);
    }

    static Stream<Arguments> collectors() {
        return Jdk.all()
                .flatMap(jdk -> Stream.concat(
                        Stream.of("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon")
                                .map(name -> Arguments.of(jdk, List.of("-XX:+Use" + name + "GC"))),
                        jdk.feature() < 24
                                ? Stream.of()
                                : Stream.of(Arguments.of(
                                        jdk, List.of("-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational")))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void everyCollector(Jdk jdk, List<String> collector) throws Exception {
        var flags = new ArrayList<String>();
        flags.add("-XX:+UnlockExperimentalVMOptions");
        flags.add(collector.toString().contains("Epsilon") ? "-Xmx2g" : "-Xmx64m");
        flags.addAll(collector);
        var recording = recordings.make(jdk, flags, "settings=" + recordings.everything(), "mix", "2000");
        var counts = agrees(recording);
        happened(counts, "test.Every", "jdk.GCHeapConfiguration", "jdk.ExecutionSample", "jdk.ActiveSetting");
        happened(counts, "jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB");
        if (!collector.toString().contains("Epsilon")) {
            happened(counts, "jdk.GarbageCollection", "jdk.GCPhasePause");
        }
    }

    private static Map<String, Long> agrees(Path recording) throws Exception {
        var reader = new JfrReader(List.of(recording));
        var counts = Oracle.agrees(reader, recording);
        assertEquals(counts, Oracle.agrees(reader.workers(2), recording));
        return counts;
    }

    static Stream<Arguments> settings() {
        return Jdk.all().flatMap(jdk -> Stream.of("default", "profile").map(name -> Arguments.of(jdk, name)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("settings")
    void settingsThatComeWithTheJdk(Jdk jdk, String settings) throws Exception {
        happened(agrees(recordings.make(jdk, G1, "settings=" + settings, "mix", "4000")), "jdk.ActiveSetting");
    }

    @ParameterizedTest
    @MethodSource("io.memcmp.analysis.Jdk#all")
    void oldObjectsWithTheirPathToTheRoots(Jdk jdk) throws Exception {
        var options = "settings=profile,path-to-gc-roots=true";
        var counts = agrees(recordings.make(jdk, G1, options, "mix", "3000"));
        for (int runs = 1; runs < 5 && !counts.containsKey("jdk.OldObjectSample"); runs++) { // a sample, and by chance
            counts = agrees(recordings.make(jdk, G1, options, "mix", "3000"));
        }
        happened(counts, "jdk.OldObjectSample");
    }

    @ParameterizedTest
    @MethodSource("io.memcmp.analysis.Jdk#all")
    void aTextThatIsLargerThanTheWindow(Jdk jdk) throws Exception {
        int chars = JfrReader.WINDOW_BYTES + MIB;
        var recording = recordings.make(jdk, List.of("-Xmx1g"), "settings=default", "huge", "" + chars);
        assertTrue(Files.size(recording) > chars);
        assertEquals(4, agrees(recording).get("test.Text"));
    }

    @ParameterizedTest
    @MethodSource("io.memcmp.analysis.Jdk#all")
    void aChunkOfSeveralWindows(Jdk jdk) throws Exception {
        var flags = List.of("-Xmx256m", "-XX:FlightRecorderOptions:maxchunksize=200m,stackdepth=128,memorysize=256m");
        var recording = recordings.make(jdk, flags, "settings=profile", "many", "900000");
        var chunks = Anatomy.of(Files.readAllBytes(recording)).chunks();
        assertTrue(
                chunks.stream().anyMatch(chunk -> chunk.end() - chunk.begin() > 40 * MIB), chunks.size() + " chunks");
        assertEquals(900_000, agrees(recording).get("test.Text"));
    }

    /** No virtual machine writes one so soon: the events of a small one over and over, before the chunk as it was. */
    @Test
    void aChunkOfMoreThanTwoGigabytes() throws Exception {
        var flags = List.of("-Xmx64m", "-XX:FlightRecorderOptions:maxchunksize=200m,memorysize=256m");
        var small = recordings.make(Jdk.running(), flags, "settings=default", "many", "200000");
        var whole = Anatomy.of(Files.readAllBytes(small));
        var one = recordings.write(whole.bytes(whole.chunks().getLast()));
        var counts = Oracle.agrees(new JfrReader(List.of(one)), one);
        var large = recordings.next();
        try {
            long copies = 1 + repeat(Files.readAllBytes(one), (1L << 31) + MIB, large);
            var result = new JfrReader(List.of(large)).read(List.of());
            assertTrue(result.bytes() > Integer.MAX_VALUE && result.complete(), result::toString);
            assertEquals(1, result.chunks());
            counts.replaceAll((_, count) -> count * copies);
            assertEquals(counts, result.eventCounts());
            assertEquals(counts.get("test.Text"), texts(large));
        } finally {
            Files.deleteIfExists(large);
        }
    }

    private static long texts(Path recording) throws RecordingException {
        var texts = new EventVisitor() {
            private long count;

            @Override
            public List<EventChoice> choices() {
                return List.of(EventChoice.of("test.Text"));
            }

            @Override
            public void visit(Event event) {
                count += Objects.requireNonNull(event.text("text")).startsWith("event ") ? 1 : 0;
            }
        };
        new JfrReader(List.of(recording)).read(List.of(texts));
        return texts.count;
    }

    /** Writes the chunk with its events so often before it that they take so many bytes; returns how often. */
    private static long repeat(byte[] chunk, long size, Path target) throws IOException {
        var events = new ByteArrayOutputStream();
        for (var piece : Anatomy.of(chunk).chunk(0).pieces()) {
            events.write(chunk, piece.begin(), piece.isEvent() ? piece.end() - piece.begin() : 0);
        }
        long copies = size / events.size() + 1;
        long inserted = copies * events.size();
        var header = ByteBuffer.wrap(Arrays.copyOf(chunk, Anatomy.HEADER));
        for (int at : new int[] {Anatomy.SIZE, Anatomy.CONSTANTS, Anatomy.METADATA}) {
            header.putLong(at, header.getLong(at) + inserted);
        }
        try (var out = Files.newOutputStream(target)) {
            out.write(header.array());
            for (long i = 0; i < copies; i++) {
                events.writeTo(out);
            }
            out.write(chunk, Anatomy.HEADER, chunk.length - Anatomy.HEADER);
        }
        return copies;
    }
}
