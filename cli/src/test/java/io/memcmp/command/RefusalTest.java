package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.memcmp.programs.Ends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What memcmp will not do, it says before it has done anything: nothing is started and nothing is left behind. */
final class RefusalTest {

    @TempDir
    Path place = Path.of("");

    private Path run = Path.of("");

    @BeforeEach
    void nameARunDirectory() {
        run = place.resolve("run");
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertFalse(Files.exists(run), "a run directory was left behind");
    }

    @ParameterizedTest
    @CsvSource({
        "cache-leek, cache-leak",
        "linkedlist, linked-list",
        "allocationloop, allocation-loop",
        "cyclic-grap, cyclic-graph"
    })
    void anUnknownWorkloadIsAnsweredWithTheNearest(String typed, String nearest) {
        run("--workload", typed).isRefusal("unknown workload: " + typed, "did you mean " + nearest + "? choose from: ");
    }

    @Test
    void aMetricThatIsNoneIsRefusedWithTheNearest() {
        Memcmp.run("list", "metrics", "pause.mx").isRefusal("unknown metric: pause.mx", "did you mean pause.max?");
    }

    @Test
    void aSelfTestOfTooFewBlocksOrSeveralConfigurationsIsRefused() {
        aa("--workload", "linked-list", "--blocks", "7")
                .isRefusal("--blocks must be at least 8: 7", "fewer can show no difference, and so no false one");
        aa("--workload", "linked-list,cache-leak")
                .isRefusal("one configuration is measured, not 2", "name one of each axis");
        aa("--workload", "linked-list", "--gc", "all").isRefusal("one configuration is measured, not ", "name one");
    }

    private Answer aa(String... options) {
        var words = new ArrayList<>(List.of("aa", "--out", run.toString()));
        words.addAll(List.of(options));
        return Memcmp.run(words.toArray(String[]::new));
    }

    @Test
    void anUnknownCollectorIsAnsweredWithTheNearest() {
        run("--workload", "linked-list", "--gc", "g1,zcg")
                .isRefusal("unknown collector: zcg", "did you mean zgc? choose from: ");
    }

    @Test
    void aReferenceThatIsNotInTheMatrixIsAnsweredWithWhatThereIs() {
        run("--workload", "linked-list", "--gc", "g1,zgc", "--reference", "serial")
                .isRefusal("unknown reference: serial", "choose from: g1, zgc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0.03", "three%", "-3%"})
    void aMarginWithoutItsSignIsRefused(String margin) {
        run("--workload", "linked-list", "--gc", "g1,zgc", "--margin=" + margin)
                .isRefusal("not a percentage: " + margin, "write a number and the sign, for example 3% or 0.5%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%", "100%"})
    void aMarginOfNothingOrEverythingIsRefused(String margin) {
        run("--workload", "linked-list", "--gc", "g1,zgc", "--margin", margin)
                .isRefusal("not a margin: ", "write a share between 0 and 100 %, for example --margin 3%");
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheNearest() {
        run("--workload", "linked-list", "--format", "markdwon")
                .isRefusal("unknown format: markdwon", "did you mean markdown? choose from: text, ");
    }

    @Test
    void anUnknownListIsAnsweredWithTheNearest() {
        Memcmp.run("list", "collector").isRefusal("unknown list: collector", "did you mean collectors? choose from: ");
    }

    @Test
    void anUnknownReportIsAnsweredWithTheNearest() {
        Memcmp.run("schema", "ran").isRefusal("unknown report: ran", "did you mean run? choose from: ");
    }

    @Test
    void anUnknownParameterIsAnsweredWithWhereToLook() {
        run("--workload", "linked-list", "-p", "nods=7").isRefusal("", "memcmp list workloads shows the parameters");
        run("--workload", "linked-list", "-p", "nodes=many")
                .isRefusal("", "memcmp list workloads shows the parameters");
        run("-p", "nodes=7", "--", "true").isRefusal("--param is for bundled workloads", "name one with --workload");
    }

    @Test
    void anUnknownOptionOrCommandIsAnsweredWithHelp() {
        var option = run("--workload", "linked-list", "--heep", "64m");
        assertEquals(2, option.status());
        assertTrue(option.err().startsWith("memcmp: unknown option: '--heep'"), option.err());
        assertTrue(option.err().contains("--heap") || option.err().contains("--help"), option.err());
        var command = Memcmp.run("runn");
        assertEquals(2, command.status());
        assertTrue(command.err().startsWith("memcmp: "), command.err());
        assertTrue(command.err().contains("run"), command.err());
        Memcmp.run().isRefusal("no command given", "see memcmp --help");
    }

    @ParameterizedTest
    @CsvSource({
        "--heap, lots, not a size: lots, write a number and a unit",
        "--heap, 0.5x, less than the minimum heap: 0.5x, choose multiples from 1x up",
        "--heap, x2, not a multiple of the minimum heap: x2, write a number and x",
        "--minheap, 64m, --minheap without multiples of it, give some",
        "--time-limit, soon, not a span of time: soon, write a number and a unit",
        "--repeat, 0, --repeat must be at least 1: 0, leave it out",
        "--headers, fat, unknown kind of object headers: fat, choose from: compact",
        "--compressed-oops, of, unknown setting of compressed oops: of, did you mean",
        "--handover, by-hand, unknown handover: by-hand, choose from: jdk-java-options"
    })
    void aValueThatIsNoneIsAnsweredWithOneThatIs(String option, String value, String problem, String remedy) {
        run("--workload", "linked-list", option, value).isRefusal(problem, remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "--tau, 1, not a factor for --tau: 1.0, write how many times",
        "--tau, -5, not a factor for --tau: -5.0, write how many times",
        "--tau, NaN, not a factor for --tau: NaN, write how many times",
        "--max-heap, 8m, --max-heap is too small: 8m, the search begins at 16m",
        "--max-heap, much, not a size: much, write a number and a unit",
        "--time-limit, 0s, --time-limit must be more than nothing, write a number",
        "--gc, zcg, unknown collector: zcg, did you mean zgc?"
    })
    void aSearchThatCannotBeIsRefused(String option, String value, String problem, String remedy) {
        Memcmp.run("minheap", "--workload", "linked-list", option, value).isRefusal(problem, remedy);
    }

    @Test
    void aSearchOfNothingAndOneOverHeapsIsRefused() {
        Memcmp.run("minheap").isRefusal("nothing to run", "name a workload with --workload, or a command after --");
        var heap = Memcmp.run("minheap", "--workload", "linked-list", "--heap", "64m");
        assertEquals(2, heap.status());
        assertTrue(heap.err().startsWith("memcmp: unknown option"), heap.err());
    }

    @Test
    void aDryRunThatWouldHaveToSearchIsRefused() {
        run("--workload", "linked-list", "--heap", "2x", "--dry-run")
                .isRefusal("a dry run does not search the minimum heap", "give it with --minheap SIZE");
    }

    @Test
    void oneMinimumForSeveralWorkloadsIsRefused() {
        run("--workload", "linked-list,cache-leak", "--heap", "2x", "--minheap", "64m")
                .isRefusal("one --minheap for 2 workloads, of which each has its own", "leave it out");
    }

    @Test
    void nothingToRunAndTooMuchToRunAreRefused() {
        run().isRefusal("nothing to run", "name a workload with --workload, or a command after --");
        run("--workload", "linked-list", "--", "java", "-jar", "a.jar")
                .isRefusal("both a workload and a command: linked-list and java", "measure one of them at a time");
    }

    @Test
    void anInputThatCannotBeReadIsRefused() {
        var missing = place.resolve("missing").toString();
        program("--input", missing).isRefusal("cannot read " + missing, "--input names a file");
        program("--input", place.toString()).isRefusal("cannot read " + place, "--input names a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/jdk", ".", "/etc"})
    void aJdkPathThatIsNoneIsRefused(String path) {
        run("--workload", "linked-list", "--jdk", path).isRefusal("no JDK at " + path, "name the directory that holds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "99", "twentyfive", "9.9.9"})
    void aJdkThatWasNotFoundIsRefusedWithThoseThatWere(String wish) {
        run("--workload", "linked-list", "--jdk", wish)
                .isRefusal("no JDK " + wish + " found on this machine", "found: ");
    }

    @Test
    void anOldJdkIsRefusedPlainly() throws IOException {
        var old = fakeJdk("11.0.22+7");
        run("--workload", "linked-list", "--jdk", old.toString())
                .isRefusal("JDK 11.0.22+7 at " + old, "memcmp measures JDK 17 and later");
        var java = old.resolve("bin/java").toString();
        run("--", java, "-jar", "a.jar").isRefusal("JDK 11.0.22+7 at " + old, "memcmp measures JDK 17 and later");
    }

    @Test
    void optionsOfMemcmpsOwnAreRefusedWhereverTheyStand() throws Exception {
        run("--", "java", "-XX:+UseG1GC", "-jar", "a.jar")
                .isRefusal("the command after -- sets -XX:+UseG1GC", "remove it and choose the collector with --gc");
        run("--workload", "linked-list", "--jvm-arg", "-Xmx1g")
                .isRefusal("--jvm-arg sets -Xmx1g", "remove it and set the heap with --heap");
        run("--workload", "linked-list", "--jvm-arg", "-XX:-UseCompressedOops")
                .isRefusal("--jvm-arg sets -XX:-UseCompressedOops", "remove it and use --headers or --compressed-oops");
        var options = Files.writeString(place.resolve("options"), "-Xss1m # stack\n-Xms1g\n");
        run("--", "java", "@" + options, "-jar", "a.jar")
                .isRefusal("the command after -- sets -Xms1g", "remove it and set the heap with --heap");
        run("--", "java", "@" + place.resolve("missing"), "Main")
                .isRefusal("cannot read the argument file ", "check the @file in the command after --");
        run("--workload", "linked-list", "--jvm-arg", "@" + options)
                .isRefusal("--jvm-arg sets -Xms1g", "remove it and set the heap with --heap");
        var variables = Map.of("JAVA_TOOL_OPTIONS", "-Dx=y -XX:+UseSerialGC");
        var line = List.of(Memcmp.measuring(List.of("--out", run.toString()), Ends.class, "0"));
        var answer = Memcmp.answer(Memcmp.start(place, variables, line), place);
        assertEquals(2, answer.status(), answer.err());
        assertTrue(answer.err().contains("the variable JAVA_TOOL_OPTIONS sets -XX:+UseSerialGC"), answer.err());
    }

    @Test
    void aProgramThatIsNotThereIsRefused() {
        run("--", "./no-such-script").isRefusal("no such program: ./no-such-script", "check the command after --");
        run("--", "no-such-program", "x").isRefusal("no such program: no-such-program", "check the command after --");
        run("--", "/no/such/java", "-jar", "a.jar").isRefusal("no such program: /no/such/java", "check the path");
    }

    @Test
    void aHeapTooSmallToStartLeavesNothingToRun() {
        run("--workload", "linked-list", "--gc", "serial", "--heap", "1k")
                .isRefusal("no cell of the matrix can run: serial on JDK ", "choose other collectors (--gc), JDKs");
    }

    @Test
    void aReportThatCannotBeWrittenIsRefusedBeforeTheFirstTrial() throws IOException {
        var missing = place.resolve("missing/report.json").toString();
        program("--json", missing).isRefusal("cannot write " + missing + ": no such directory", "make the directory");
        program("--output", place.toString()).isRefusal("cannot write " + place + ": it is a directory", "name a file");
        var mine = Files.writeString(place.resolve("mine"), "precious");
        program("--output", mine.toString())
                .isRefusal("will not overwrite " + mine, "name another file, or replace it");
        var fresh = place.resolve("fresh");
        program("--output", fresh.toString(), "--json", mine.toString())
                .isRefusal("will not overwrite " + mine, "name another file, or replace it");
        assertFalse(Files.exists(fresh), "the other file was claimed and is given back");
        assertEquals("precious", Files.readString(mine));
        program("--format", "csv", "--json", "-")
                .isRefusal("--json - and --format csv both want standard output", "give one of them a file");
        program("--output", fresh.toString(), "--json", fresh.toString(), "--force")
                .isRefusal("--output and --json name the same file", "give each a file of its own");
        assertFalse(Files.exists(fresh));
    }

    @Test
    void aReportInADirectoryWithoutPermissionIsRefused() throws IOException {
        var locked = Files.createDirectory(
                place.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeTrue(!Files.isWritable(locked), "this user may write everywhere");
        var report = locked.resolve("report").toString();
        program("--output", report).isRefusal("cannot write " + report + ": permission denied", "name another file");
        Memcmp.run(
                        "run",
                        "--workload",
                        "linked-list",
                        "--out",
                        locked.resolve("run").toString())
                .isRefusal("cannot write the run directory", "choose another with --out DIR");
    }

    private Answer program(String... options) {
        var all = new java.util.ArrayList<>(List.of("--out", run.toString()));
        all.addAll(List.of(options));
        return Memcmp.run(Memcmp.measuring(all, Ends.class, "0"));
    }

    private Answer run(String... args) {
        var line = new java.util.ArrayList<>(List.of("run", "--out", run.toString()));
        line.addAll(List.of(args));
        return Memcmp.run(line.toArray(String[]::new));
    }

    private Path fakeJdk(String version) throws IOException {
        var home = Files.createDirectories(place.resolve("jdk-" + version));
        var java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\n");
        return home.toRealPath();
    }
}
