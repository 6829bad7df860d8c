package io.memcmp.command;

import io.memcmp.cli.Main;
import io.memcmp.programs.Ends;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** memcmp as the tests start it: in this process, or as one of its own where signals or variables matter. */
final class Memcmp {

    private Memcmp() {}

    static Answer run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Starts a process whose streams go to the files {@code out} and {@code err} of the directory. */
    static Process start(Path directory, Map<String, String> variables, List<String> args) throws IOException {
        var command = new ArrayList<String>();
        command.add(java().toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(args);
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Runs a command line and what a shell makes of its output; the status is the shell's. */
    static Answer shell(Path directory, String words, String redirection) throws IOException, InterruptedException {
        var memcmp = "'%s' -cp '%s' %s %s %s"
                .formatted(java(), System.getProperty("java.class.path"), Main.class.getName(), words, redirection);
        var process = new ProcessBuilder("sh", "-c", memcmp)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
        return answer(process, directory);
    }

    static Answer answer(Process process, Path directory) throws IOException, InterruptedException {
        int status = process.waitFor();
        return new Answer(
                status, Files.readString(directory.resolve("out")), Files.readString(directory.resolve("err")));
    }

    /** {@return the JDK that the tests run on} */
    static Path jdk() {
        return Path.of(System.getProperty("java.home"));
    }

    static Path java() {
        return jdk().resolve("bin/java");
    }

    /** {@return a command line that measures one of the test programs} */
    static String[] measuring(List<String> options, Class<?> program, String... words) {
        var line = new ArrayList<>(List.of("run", "--quiet"));
        line.addAll(options);
        line.addAll(List.of("--", java().toString(), "-cp", classes().toString(), program.getName()));
        line.addAll(List.of(words));
        return line.toArray(String[]::new);
    }

    static Path classes() {
        try {
            return Path.of(Ends.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
