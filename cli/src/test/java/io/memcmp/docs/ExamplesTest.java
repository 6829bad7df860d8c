package io.memcmp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.cli.CommandLines;
import io.memcmp.made.MadeReads;
import io.memcmp.made.RealDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("beside")
class ExamplesTest {
    /** What makes each workload take no time. */
    private static final Map<String, List<String>> SMALL = Map.of(
            "cache-leak", List.of("-p", "entries=2000", "-p", "lookups=1"),
            "linked-list", List.of("-p", "nodes=2000", "-p", "traversals=1"),
            "allocation-loop", List.of("-p", "count=2000"),
            "cyclic-graph", List.of("-p", "rounds=2"));

    static volatile byte[] kept = {};

    @TempDir
    Path directory;

    static Stream<Example> all() {
        return Stream.of("README.md", "docs/manual.md").flatMap(page -> Example.in(page).stream());
    }

    static Stream<Example> accepted() {
        return all().filter(example -> !example.refused());
    }

    static Stream<Example> refused() {
        return all().filter(Example::refused);
    }

    /** Lists, schemas, help: what takes no measuring. */
    static Stream<Example> quick() {
        return accepted()
                .filter(example -> !example.runs()
                        && !example.analyzes()
                        && !example.searches()
                        && !example.compares()
                        && !example.dumps());
    }

    static Stream<Example> analyses() {
        return accepted().filter(Example::analyzes);
    }

    static Stream<Example> dumps() {
        return Stream.concat(all(), Example.in("docs/leaks.md").stream())
                .filter(example -> example.dumps() && !example.refused());
    }

    static Stream<Example> comparisons() {
        return accepted().filter(Example::compares);
    }

    static Stream<Example> runsOfTheReadme() {
        return accepted()
                .filter(example -> example.page().equals("README.md")
                        && example.runs()
                        && example.words().contains("--workload"))
                .distinct();
    }

    @Test
    void thereAreExamplesOfEveryKind() {
        assertTrue(quick().count() >= 5, () -> quick().toList().toString());
        assertTrue(refused().count() >= 8, () -> refused().toList().toString());
        assertTrue(
                runsOfTheReadme().count() >= 2, () -> runsOfTheReadme().toList().toString());
        assertTrue(all().anyMatch(example -> example.words().contains("cache-leak")
                && example.words().contains("zgc")
                && example.page().equals("README.md")));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void itIsUnderstood(Example example) {
        CommandLines.check(example.words());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void itIsRefusedInTheseWords(Example example) {
        var done = Tool.run(example.words());
        assertEquals(2, done.status(), done.err());
        assertEquals(String.join("\n", example.answer()), done.err().strip());
        assertEquals("", done.out());
    }

    @ParameterizedTest
    @MethodSource("quick")
    void itWorks(Example example) {
        var done = Tool.run(example.words());
        assertEquals(0, done.status(), done.err());
        assertTrue(!done.out().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("runsOfTheReadme")
    void itMeasures(Example example) {
        var words = new ArrayList<>(example.words());
        var workload = words.get(words.indexOf("--workload") + 1);
        words.addAll(SMALL.getOrDefault(workload, List.of()));
        words.add("--keep-noisy"); // whether the machine is quiet now is not what is tested
        words.addAll(List.of("--quiet", "--out", directory.resolve("run").toString()));
        var done = Tool.run(words);
        assertEquals(0, done.status(), done.err());
        assertTrue(done.out().startsWith(workload), done.out());
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void itReads(Example example) throws IOException {
        int recordings = CommandLines.positionals(example.words()).size();
        var words = new ArrayList<>(example.words().subList(0, example.words().size() - recordings));
        replace(words, "--flame", directory.resolve("stacks").toString());
        replace(words, "--from", "0s"); // a recording made for the occasion is short
        for (int i = 0; i < recordings; i++) {
            words.add(recording(directory.resolve(i + ".jfr")).toString());
        }
        var done = Tool.run(words);
        assertEquals(0, done.status(), done.err());
        assertTrue(!done.out().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void itReadsDumps(Example example) throws Exception {
        var dump = RealDump.of(directory, Path.of(System.getProperty("java.home")), 10);
        var words = new ArrayList<>(example.words());
        CommandLines.positionals(example.words()).forEach(name -> Collections.replaceAll(words, name, dump.toString()));
        // A class that is asked about must be there.
        for (var option : List.of("--class", "--path")) {
            replace(words, option, "Shop$Session");
        }
        int json = words.indexOf("--json");
        if (json >= 0) {
            words.set(json + 1, "-"); // it has the name of standard input, which was replaced
        }
        var done = Tool.run(words);
        assertEquals(0, done.status(), done.err());
        assertTrue(!done.out().isEmpty());
    }

    /** For no second at all: what it keeps in a minute is in the page. */
    @Test
    void theProgramThatLeaksRuns() throws Exception {
        var page = Pages.read("docs/leaks.md");
        int begin = page.indexOf("```java\n") + 8;
        var source =
                Files.writeString(directory.resolve("Leaky.java"), page.substring(begin, page.indexOf("```", begin)));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertEquals(
                0,
                new ProcessBuilder(java, source.toString(), "0")
                        .inheritIO()
                        .start()
                        .waitFor());
    }

    /** With reports that were made up in the place of those that the page speaks of. */
    @ParameterizedTest
    @MethodSource("comparisons")
    void itCompares(Example example) throws IOException {
        var words = new ArrayList<>(example.words());
        var names = new ArrayList<>(CommandLines.positionals(example.words()));
        for (var option : List.of("--baseline", "--reference")) {
            int at = words.indexOf(option);
            if (at >= 0 && words.get(at + 1).matches(".*(json|/)")) {
                names.add(words.get(at + 1));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            var report = directory.resolve("report" + names.indexOf(names.get(i)));
            Files.writeString(report, MadeReads.document(i));
            Collections.replaceAll(words, names.get(i), report.toString());
        }
        Files.writeString(directory.resolve("budget"), "{\"max\": {\"wall\": \"1s\"}}");
        replace(words, "--budget", directory.resolve("budget").toString());
        replace(words, "-o", directory.resolve("out").toString());
        var done = Tool.run(words);
        assertTrue(List.of(0, 1, 3).contains(done.status()), done.err());
        assertTrue(!done.out().isEmpty() || words.contains("-o"));
    }

    private static void replace(List<String> words, String option, String value) {
        int at = words.indexOf(option);
        if (at >= 0) {
            words.set(at + 1, value);
        }
    }

    /** A program that allocates and collects. */
    private static Path recording(Path file) throws IOException {
        try (var recording = new Recording()) {
            recording.enable("jdk.GarbageCollection");
            recording
                    .enable("jdk.ObjectAllocationSample")
                    .with("throttle", "off")
                    .withStackTrace();
            recording.start();
            for (int i = 0; i < 100; i++) {
                kept = new byte[1 << 20];
            }
            System.gc();
            recording.stop();
            recording.dump(file);
            return file;
        }
    }

    @Test
    void everyDocumentThatTheReadmeLinksToIsThere() {
        for (var page : List.of("README.md", "docs/manual.md", "docs/metrics.md")) {
            var base = Path.of("..").resolve(page).resolveSibling(".");
            java.util.regex.Pattern.compile("\\]\\(([^#)][^)#]*)(#[^)]*)?\\)")
                    .matcher(Pages.read(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.startsWith("http"))
                    .forEach(link -> assertTrue(base.resolve(link).toFile().exists(), page + ": " + link));
        }
    }
}
