package io.memcmp.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.plan.Subject.Handover;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramParserTest {

    private final Map<Path, List<String>> files = Map.of(
            Path.of("options"), List.of("-Xss2m", "-cp", "lib/a.jar"),
            Path.of("heap"), List.of("-Xss2m", "-Xmx1g"),
            Path.of("program"), List.of("-Xss2m", "-jar", "app.jar", "-Xmx1g"),
            Path.of("circle"), List.of("-Xss2m", "@circle"),
            Path.of("both"), List.of("-Xmx1g", "Main"));
    private final ProgramParser parser = new ProgramParser(file -> files.getOrDefault(file, List.of()));

    @ParameterizedTest
    @CsvSource({
        "java -jar app.jar a b, '', -jar app.jar a b, app.jar",
        "java -Dx=y -jar lib/app.jar -Xmx1g, -Dx=y, -jar lib/app.jar -Xmx1g, app.jar",
        "java -cp a.jar:b.jar my.Main x, -cp a.jar:b.jar, my.Main x, my.Main",
        "java --class-path a.jar -Xss1m my.Main, --class-path a.jar -Xss1m, my.Main, my.Main",
        "java --class-path=a.jar my.Main, --class-path=a.jar, my.Main, my.Main",
        "java -p mods -m my.mod/my.Main x, -p mods, -m my.mod/my.Main x, my.Main",
        "java --module my.mod/my.Main, '', --module my.mod/my.Main, my.Main",
        "java --module=my.mod/my.Main, '', --module=my.mod/my.Main, my.Main",
        "java --source 25 Hello.java, --source 25, Hello.java, Hello.java",
        "java Hello.java -cp x, '', Hello.java -cp x, Hello.java",
        "java --add-opens java.base/java.lang=ALL-UNNAMED A, --add-opens java.base/java.lang=ALL-UNNAMED, A, A",
        "java @options my.Main @more, @options, my.Main @more, my.Main"
    })
    void aJavaCommandIsTakenApart(String command, String options, String program, String label) {
        var java = assertInstanceOf(Subject.JavaProgram.class, parse(command));
        assertEquals("java", java.launcher());
        assertEquals(options, String.join(" ", java.options()));
        assertEquals(program, String.join(" ", java.program()));
        assertEquals(label, java.label());
    }

    @Test
    void javaMayBeNamedByItsPath() {
        var java = assertInstanceOf(Subject.JavaProgram.class, parse("/jdk/17/bin/java -jar a.jar"));
        assertEquals("/jdk/17/bin/java", java.launcher());
        assertInstanceOf(Subject.JavaProgram.class, parse("../jdk/bin/java.exe -jar a.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"./start.sh -Xmx1g", "mvn verify", "javac A.java", "/opt/java/run x", "myjava -jar a.jar"})
    void anythingElseIsAScriptWhoseWordsAreItsOwn(String command) {
        var script = assertInstanceOf(
                Subject.Script.class, parser.parse(List.of(command.split(" ", 0)), Handover.JAVA_TOOL_OPTIONS));
        assertEquals(command, String.join(" ", script.command()));
        assertEquals(Handover.JAVA_TOOL_OPTIONS, script.handover());
    }

    @Test
    void aProgramInsideAnArgumentFileIsAProgram() {
        var java = assertInstanceOf(Subject.JavaProgram.class, parse("java -Dx=y @program more"));
        assertEquals(List.of("-Dx=y"), java.options());
        assertEquals(List.of("@program", "more"), java.program());
        assertInstanceOf(Subject.JavaProgram.class, parse("java @circle"));
        assertRefused("java @both", "the command after -- sets -Xmx1g, which memcmp sets for every trial");
    }

    @Test
    void optionsOfMemcmpsOwnAreRefusedBeforeTheProgramAndItsAffairAfterIt() {
        assertRefused("java -Xmx1g Main", "the command after -- sets -Xmx1g, which memcmp sets for every trial");
        assertRefused("java @heap Main", "the command after -- sets -Xmx1g, which memcmp sets for every trial");
        assertInstanceOf(Subject.JavaProgram.class, parse("java Main -Xmx1g"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "java -version", "java -cp a.jar", "java -Dx=y"})
    void aJavaCommandWithoutAProgramIsRefused(String command) {
        assertRefused(command, "the java command names no program: " + command);
    }

    @Test
    void nothingIsRefused() {
        var error = assertThrows(UserError.class, () -> parser.parse(List.of(), Handover.JDK_JAVA_OPTIONS));
        assertEquals("nothing to run", error.getMessage());
        assertTrue(error.remedy().contains("--workload"));
    }

    private void assertRefused(String command, String message) {
        assertEquals(
                message, assertThrows(UserError.class, () -> parse(command)).getMessage());
    }

    private Subject parse(String command) {
        return parser.parse(List.of(command.split(" ", 0)), Handover.JDK_JAVA_OPTIONS);
    }
}
