package io.memcmp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.cli.CommandLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    /** What makes each workload take no time. */
    private static final Map<String, List<String>> SMALL = Map.of(
            "cache-leak", List.of("-p", "entries=2000", "-p", "lookups=1"),
            "linked-list", List.of("-p", "nodes=2000", "-p", "traversals=1"),
            "allocation-loop", List.of("-p", "count=2000"),
            "cyclic-graph", List.of("-p", "rounds=2"));

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
        return accepted().filter(example -> !example.runs());
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
        words.addAll(List.of("--quiet", "--out", directory.resolve("run").toString()));
        var done = Tool.run(words);
        assertEquals(0, done.status(), done.err());
        assertTrue(done.out().startsWith(workload), done.out());
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
