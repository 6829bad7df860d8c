package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Child;
import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.heapdump.LeakSuspects.Content;
import io.memcmp.analysis.heapdump.LeakSuspects.Holder;
import io.memcmp.analysis.heapdump.LeakSuspects.Shape;
import io.memcmp.analysis.heapdump.LeakSuspects.Suspect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that keep their memory in a known way, and what is said of it. */
class LeakSuspectsTest {
    private static final int KIBIBYTES = 12_000;

    @TempDir
    private Path directory;

    /** What is said of a way: who keeps how much how. */
    private record Case(String way, Checks checks) {}

    private interface Checks {
        void check(Suspect suspect, long objectBytes);
    }

    private static final List<Case> CASES = List.of(
            new Case("cache", LeakSuspectsTest::cache),
            new Case("twins", LeakSuspectsTest::twins),
            new Case("sessions", LeakSuspectsTest::sessions),
            new Case("chain", LeakSuspectsTest::chain),
            new Case("alternating", LeakSuspectsTest::alternating),
            new Case("tree", LeakSuspectsTest::tree),
            new Case("array", LeakSuspectsTest::array),
            new Case("stack", LeakSuspectsTest::stack),
            new Case("thread", LeakSuspectsTest::thread),
            new Case("threads", LeakSuspectsTest::threads));

    private static Stream<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyHoardIsNamedAndNothingElse(Jdk jdk) throws Exception {
        var command = new ArrayList<>(List.of("Hoards", directory.toString(), "nothing"));
        CASES.forEach(each -> command.add(each.way()));
        Child.compile("Hoards", directory)
                .run(jdk, List.of("-XX:+UseSerialGC", "-Xmx128m"), command.toArray(String[]::new));
        assertEquals(List.of(), suspects("nothing"), "a virtual machine's own");
        for (var each : CASES) {
            var suspects = suspects(each.way());
            assertEquals(1, suspects.size(), () -> each.way() + ": " + suspects);
            var suspect = suspects.getFirst();
            assertTrue(suspect.share() > 0.7 && suspect.share() <= 1, () -> each.way() + ": " + suspect);
            each.checks().check(suspect, suspect.accumulation().retained());
        }
    }

    private List<Suspect> suspects(String way) throws IOException, HeapDumpException {
        var file = directory.resolve(way + ".hprof");
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            return LeakSuspects.of(dump, DominatorOutline.of(dump), LeakSuspects.UNUSUAL);
        } finally {
            Files.delete(file);
        }
    }

    private static void heldBy(Suspect suspect, Holder.Kind kind, String name, String... field) {
        assertEquals(1, suspect.holders().size(), suspect::toString);
        var holder = suspect.holders().getFirst();
        assertEquals(kind, holder.kind());
        assertEquals(name, holder.name());
        assertEquals(Stream.of(field).findFirst(), holder.field());
    }

    private static void content(Content content, String name, long instances) {
        assertEquals(name, content.name());
        assertEquals(instances, content.instances());
    }

    private static List<String> references(Suspect suspect) {
        return suspect.path().stream().skip(1).map(PathStep::reference).toList();
    }

    private static void cache(Suspect suspect, long retained) {
        heldBy(suspect, Holder.Kind.CLASS, "class Hoards$Cache", "ENTRIES");
        assertEquals("java.util.HashMap", suspect.name());
        var at = suspect.accumulation();
        assertEquals(Shape.MANY, at.shape());
        assertEquals("java.util.HashMap$Node[]", at.name());
        content(at.contents().get(0), "java.util.HashMap$Node", KIBIBYTES);
        content(at.contents().get(1), "byte[]", KIBIBYTES);
        assertEquals(KIBIBYTES * 1040L, at.contents().get(1).bytes());
        assertTrue(retained > at.contents().get(0).bytes() && suspect.retained() > retained, suspect::toString);
        assertEquals(List.of("static ENTRIES", ".table"), references(suspect));
        assertEquals(
                "class Hoards$Cache keeps 12.5 MiB (%.1f %% of the live heap) through its static field ENTRIES: one "
                                .formatted(100 * suspect.share())
                        + "java.util.HashMap, in whose java.util.HashMap$Node[] 12,000 java.util.HashMap$Node of 12.4 MiB"
                        + " pile up, with 12,000 byte[] of 11.9 MiB in them",
                suspect.reason());
    }

    private static void twins(Suspect suspect, long retained) {
        assertEquals(
                List.of("class Hoards$Left", "class Hoards$Right"),
                suspect.holders().stream().map(Holder::name).sorted().toList());
        assertEquals(
                List.of(Optional.of("LEFT"), Optional.of("RIGHT")),
                suspect.holders().stream()
                        .map(Holder::field)
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .toList());
        assertEquals("byte[]", suspect.name());
        assertEquals(Shape.SCATTERED, suspect.accumulation().shape());
        assertTrue(suspect.instances() >= KIBIBYTES && retained >= KIBIBYTES * 1040L, suspect::toString);
        assertTrue(
                List.of("static LEFT", "static RIGHT")
                        .contains(references(suspect).getFirst()),
                suspect::toString);
        assertTrue(suspect.reason().contains(", each enough to keep it: "), suspect::reason);
    }

    private static void sessions(Suspect suspect, long retained) {
        heldBy(suspect, Holder.Kind.CLASS, "class Hoards$Sessions", "ALL");
        assertEquals("java.lang.Object[]", suspect.accumulation().name());
        content(suspect.accumulation().contents().getFirst(), "Hoards$Session", 400_000);
        assertTrue(retained >= 400_000 * 24L, suspect::toString);
    }

    private static void chain(Suspect suspect, long retained) {
        heldBy(suspect, Holder.Kind.CLASS, "class Hoards$Link", "first");
        assertEquals("Hoards$Link", suspect.name());
        assertEquals(Shape.CHAIN, suspect.accumulation().shape());
        content(suspect.accumulation().contents().getFirst(), "Hoards$Link", 400_000);
        assertEquals(400_000 * 24L, retained);
        assertEquals(retained, suspect.retained());
        assertTrue(suspect.reason().endsWith(": a chain of 400,000 Hoards$Link of 9.16 MiB"), suspect::reason);
    }

    private static void alternating(Suspect suspect, long retained) {
        heldBy(suspect, Holder.Kind.CLASS, "class Hoards$Question", "last");
        assertEquals(Shape.CHAIN, suspect.accumulation().shape());
        content(suspect.accumulation().contents().get(0), "Hoards$Question", 300_000);
        content(suspect.accumulation().contents().get(1), "Hoards$Answer", 300_000);
        assertEquals(600_000 * 16L, retained);
        assertEquals(List.of("static last"), references(suspect));
    }

    private static void tree(Suspect suspect, long retained) {
        heldBy(suspect, Holder.Kind.CLASS, "class Hoards$Index", "INDEX");
        assertEquals("java.util.TreeMap", suspect.name());
        assertEquals(Shape.TREE, suspect.accumulation().shape());
        content(suspect.accumulation().contents().getFirst(), "java.util.TreeMap$Entry", 200_000);
        assertTrue(retained >= 200_000 * 40L, suspect::toString);
    }

    private static void array(Suspect suspect, long retained) {
        heldBy(suspect, Holder.Kind.CLASS, "class Hoards$Image", "pixels");
        assertEquals(Shape.ONE, suspect.accumulation().shape());
        assertEquals("byte[]", suspect.accumulation().name());
        assertEquals((12 << 20) + 16, retained);
        assertEquals(List.of(), suspect.accumulation().contents());
    }

    private static void stack(Suspect suspect, long retained) {
        heldBy(suspect, Holder.Kind.ROOT, "thread stack");
        assertEquals("java.util.ArrayList", suspect.name());
        content(suspect.accumulation().contents().getFirst(), "byte[]", KIBIBYTES);
        assertTrue(retained > KIBIBYTES * 1040L, suspect::toString);
    }

    private static void thread(Suspect suspect, long retained) {
        heldBy(suspect, Holder.Kind.THREAD, "java.lang.Thread");
        content(suspect.accumulation().contents().getFirst(), "byte[]", KIBIBYTES);
        assertTrue(suspect.reason().contains(" through its thread-local variables: "), suspect::reason);
        assertTrue(references(suspect).contains(".threadLocals"), suspect::toString);
        assertTrue(retained > KIBIBYTES * 1040L, suspect::toString);
    }

    private static void threads(Suspect suspect, long retained) {
        heldBy(suspect, Holder.Kind.THREAD, "java.lang.Thread");
        assertTrue(suspect.instances() >= 40, suspect::toString);
        content(suspect.accumulation().contents().getLast(), "byte[]", KIBIBYTES);
        assertTrue(suspect.reason().endsWith(": 12,000 byte[] of 11.9 MiB pile up in them"), suspect::reason);
        assertTrue(retained > KIBIBYTES * 1040L, suspect::toString);
    }
}
