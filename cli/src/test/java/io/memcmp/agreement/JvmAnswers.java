package io.memcmp.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.LayoutModes;
import io.memcmp.plan.Jdk;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.openjdk.jol.info.ClassLayout;

/** Asks a JVM in any of its modes: questions in a file, a line each; answers in another, behind the question and a tab. */
final class JvmAnswers {
    private static final String PACKAGE = "io.memcmp.agreement.";
    private static final int PATIENCE_SECONDS = 300;

    private final Jdk jdk;
    private final Path directory;
    private final Path classes;
    private final String program;

    /**
     * Compiles the program for Java 17.
     *
     * @param jdk whose JVM is asked
     * @param directory for its files
     * @param sources simple names of classes beside this one, the program first; one with {@code premain} is its agent
     */
    JvmAnswers(Jdk jdk, Path directory, String... sources) throws IOException {
        this.jdk = jdk;
        this.directory = directory;
        this.classes = Files.createDirectories(directory.resolve("classes"));
        this.program = PACKAGE + sources[0];
        var command = new ArrayList<>(List.of("--release=17", "-proc:none", "-nowarn", "-d", classes.toString()));
        command.addAll(List.of("-cp", jol().toString()));
        Stream.of(sources).map(JvmAnswers::source).forEach(source -> command.add(source.toString()));
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, command.toArray(String[]::new)));
        Jars.write(directory.resolve("agent.jar"), Map.of("Premain-Class", LayoutMain.class.getName()));
    }

    /** What only the child needs is no source of the tests. */
    private static Path source(String name) {
        var beside = Path.of("src/test/java", PACKAGE.replace('.', '/'), name + ".java");
        return Files.exists(beside) ? beside : Path.of("src/test/resources/programs", name + ".java");
    }

    /** {@return where the compiled classes lie} */
    Path classes() {
        return classes;
    }

    /** {@return the answers by question} */
    Map<String, String> ask(LayoutMode mode, Collection<String> questions) throws IOException, InterruptedException {
        var asked = Files.write(directory.resolve("questions"), questions);
        var answers = directory.resolve("answers");
        Files.deleteIfExists(answers);
        var command = new ArrayList<String>();
        command.add(jdk.java().toString());
        command.addAll(LayoutModes.flags(mode, jdk.feature()));
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Djol.magicFieldOffset=true"));
        command.addAll(List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED"));
        if (program.equals(LayoutMain.class.getName())) {
            command.add("-javaagent:" + directory.resolve("agent.jar"));
        }
        command.addAll(List.of("-cp", classes + File.pathSeparator + jol(), program));
        command.addAll(List.of(asked.toString(), answers.toString()));
        run(command);
        var said = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(answers)) {
            int tab = line.indexOf('\t');
            said.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return said;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var output = directory.resolve("output");
        var child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "still running");
            assertEquals(0, child.exitValue(), () -> read(output));
        } finally {
            child.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            return broken.toString();
        }
    }

    private static Path jol() {
        try {
            return Path.of(ClassLayout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
