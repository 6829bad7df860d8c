package io.memcmp.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Programs from {@code src/test/resources/programs}, compiled for JDK 17 and run in a virtual machine of their own. */
public final class Child {
    private static final int PATIENCE_SECONDS = 300;

    private final Path directory;

    private Child(Path directory) {
        this.directory = directory;
    }

    /**
     * {@return the program, compiled into a jar that is its own agent}
     *
     * @param program its class
     * @param directory where the jar and whatever the program writes goes
     * @throws IOException if it does not compile
     */
    public static Child compile(String program, Path directory) throws IOException {
        var source = directory.resolve(program + ".java");
        try (var in = Child.class.getResourceAsStream("/programs/" + program + ".java")) {
            Files.copy(Objects.requireNonNull(in, program), source);
        }
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", directory.toString(), source.toString());
        if (code != 0) {
            throw new IOException("does not compile: " + program);
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), program);
        var file = Files.newOutputStream(directory.resolve("child.jar"));
        try (var jar = new JarOutputStream(file, manifest);
                var classes = Files.newDirectoryStream(directory, "*.class")) {
            for (var type : classes) {
                jar.putNextEntry(new ZipEntry(type.getFileName().toString()));
                Files.copy(type, jar);
            }
        }
        return new Child(directory);
    }

    Path jar() {
        return directory.resolve("child.jar");
    }

    /**
     * {@return the program, just started} Its output goes to {@code output} in the directory.
     *
     * @param jdk what runs it
     * @param flags of the virtual machine
     * @param arguments its class and what that is given
     * @throws IOException if it cannot be started
     */
    public Process start(Jdk jdk, List<String> flags, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(jdk.java().toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", jar().toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    /**
     * {@return what it printed, having run to its end}
     *
     * @param jdk what runs it
     * @param flags of the virtual machine
     * @param arguments its class and what that is given
     * @throws IOException if it cannot be started, fails or does not end
     * @throws InterruptedException if nobody waits any more
     */
    public List<String> run(Jdk jdk, List<String> flags, String... arguments) throws IOException, InterruptedException {
        var process = start(jdk, flags, arguments);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException("did not end: " + flags);
        }
        var printed = Files.readAllLines(output());
        if (process.exitValue() != 0) {
            throw new IOException("exit code " + process.exitValue() + ": " + printed);
        }
        return printed;
    }

    private Path output() {
        return directory.resolve("output");
    }

    /** The flags that record what the analyses ask for. */
    List<String> recording(Path file, Path repository) throws IOException {
        var settings = directory.resolve("settings.jfc");
        Files.writeString(settings, settings());
        return List.of(
                "-XX:StartFlightRecording:filename=" + file + ",settings=" + settings + ",maxsize=0",
                "-XX:FlightRecorderOptions:repository=" + repository,
                "-Xlog:jfr*=error");
    }

    private static String settings() {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration version=\"2.0\">\n");
        for (var event : RecordingAnalyzer.requiredEvents()) {
            xml.append("<event name=\"").append(event.name()).append("\">\n");
            xml.append("<setting name=\"enabled\">true</setting>\n");
            event.settings()
                    .forEach((name, value) -> xml.append("<setting name=\"")
                            .append(name)
                            .append("\">")
                            .append(value)
                            .append("</setting>\n"));
            xml.append("</event>\n");
        }
        return xml.append("</configuration>\n").toString();
    }
}
