package io.memcmp.child;

import io.memcmp.probe.Probe;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A virtual machine that is started as memcmp starts it: with the probe as an agent, and a recording. */
final class Child {

    /** How it ended, what it wrote on the two outputs together and where its recording is. */
    record End(int code, String output, List<String> lines, Path recording) {

        String lastLine() {
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
    }

    private static final long PATIENCE_SECONDS = 120;

    private final Path directory;
    private final Process process;

    private Child(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    static Child start(Path directory, Machine machine, String heap, String probe, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(machine.jdk().home().resolve("bin/java").toString());
        command.addAll(machine.flags());
        command.addAll(List.of("-Xms" + heap, "-Xmx" + heap));
        if (!probe.equals("none")) {
            command.addAll(List.of(
                    "-javaagent:" + agent(directory) + "=" + probe,
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "-XX:StartFlightRecording=filename=recording.jfr,maxsize=0,settings=" + settings(directory)));
        }
        command.addAll(List.of("-cp", classes(Probe.class) + File.pathSeparator + classes(Child.class)));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("stdout").toFile())
                .redirectError(directory.resolve("stderr").toFile())
                .start();
        return new Child(directory, process);
    }

    static End run(Path directory, Machine machine, String heap, String probe, String... words) throws Exception {
        return start(directory, machine, heap, probe, words).await();
    }

    static End workload(Path directory, Machine machine, String heap, String words) throws Exception {
        return run(directory, machine, heap, "", ("io.memcmp.workloads.WorkloadMain " + words).split(" ", 0));
    }

    End await() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s");
        }
        List<String> lines = Files.readAllLines(directory.resolve("stdout"));
        String output = String.join("\n", lines) + "\n" + Files.readString(directory.resolve("stderr"));
        return new End(process.exitValue(), output, lines, directory.resolve("recording.jfr"));
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until the program has printed something: it runs then. */
    void awaitOutput() throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 20 && process.isAlive(); i++) {
            if (Files.size(directory.resolve("stdout")) > 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no output: " + Files.readString(directory.resolve("stderr")));
    }

    /** The module's own jar is packed after the tests have run. */
    private static Path agent(Path directory) throws IOException, URISyntaxException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Probe.class.getName());
        Path jar = directory.resolve("agent.jar");
        Path classes = classes(Probe.class);
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static Path classes(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Path settings(Path directory) throws IOException {
        return Files.writeString(directory.resolve("settings.jfc"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration version="2.0">
                  <event name="jdk.GCPhasePause">
                    <setting name="enabled">true</setting>
                    <setting name="threshold">0 ns</setting>
                  </event>
                </configuration>
                """);
    }
}
