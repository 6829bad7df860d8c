package io.memcmp.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.memcmp.launch.ProbeJar;
import io.memcmp.plan.Cell;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.openjdk.jol.info.ClassLayout;

/** JOL looks at the JVM it runs in: so it runs in a child with the very options of the run. */
final class Jol {
    private static final Path CLASSES = Path.of("target", "jol-classes");
    private static final Map<String, Map<String, Sizes>> KNOWN = new HashMap<>();

    /**
     * What JOL says of one class.
     *
     * @param size shallow, bytes
     * @param header of it
     * @param lost of it to alignment
     */
    record Sizes(long size, long header, long lost) {}

    private Jol() {}

    /** {@return the sizes of those classes, by name} */
    static Map<String, Sizes> sizes(Cell cell, List<String> names) {
        return KNOWN.computeIfAbsent(cell.flags() + " " + cell.jdk().home() + " " + names, _ -> ask(cell, names));
    }

    private static Map<String, Sizes> ask(Cell cell, List<String> names) {
        compile();
        var command = new ArrayList<String>();
        command.add(cell.jdk().java().toString());
        command.addAll(cell.flags());
        command.addAll(List.of("-cp", classPath(CLASSES, ProbeJar.locate()), JolMain.class.getName()));
        command.addAll(names);
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD) // sun.misc.Unsafe is deprecated, says JDK 25
                    .start();
            var lines = process.inputReader().lines().toList();
            assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
            return lines.stream()
                    .filter(line -> line.startsWith("jol "))
                    .map(line -> line.split(" ", -1))
                    .collect(Collectors.toMap(
                            word -> word[1],
                            word -> new Sizes(
                                    Long.parseLong(word[2]), Long.parseLong(word[3]), Long.parseLong(word[4]))));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The tests are compiled for the newest JDK, and the oldest must run this. */
    private static void compile() {
        if (Files.exists(CLASSES)) {
            return;
        }
        var source =
                Path.of("src", "test", "java").resolve(JolMain.class.getName().replace('.', '/') + ".java");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        null,
                        "--release=17",
                        "-proc:none",
                        "-d",
                        CLASSES.toString(),
                        "-cp",
                        classPath(),
                        source.toString());
        assertEquals(0, status);
    }

    private static String classPath(Path... more) {
        try {
            var jol = Path.of(ClassLayout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var paths = new ArrayList<>(List.of(jol));
            paths.addAll(List.of(more));
            return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
