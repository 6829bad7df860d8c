package io.memcmp.launch;

import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Subject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From what a run was made, so that it can be made again and is known to be the same.
 *
 * @param command the words after {@code memcmp}
 * @param workingDirectory in which they were typed
 * @param files SHA-256 of the jars and scripts on the measured command, by their path as given
 * @param jdks what each JDK says of itself in its file {@code release}, by its directory
 */
public record Origin(
        List<String> command, Path workingDirectory, Map<String, String> files, Map<Path, Map<String, String>> jdks) {
    private static final Pattern PROGRAM = Pattern.compile("\\.(jar|java|class|jmod|txt|args|argfile)$");

    private static final List<String> TOLD = List.of(
            "JAVA_RUNTIME_VERSION", "IMPLEMENTOR", "IMPLEMENTOR_VERSION", "JVM_VARIANT", "LIBC", "OS_ARCH", "SOURCE");

    /** Copies the collections. */
    public Origin {
        command = List.copyOf(command);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        jdks = Collections.unmodifiableMap(new LinkedHashMap<>(jdks));
    }

    /**
     * {@return where a run comes from}
     *
     * @param command the words after {@code memcmp}
     * @param axes what is measured, and on which JDKs
     */
    public static Origin of(List<String> command, ExperimentSpec.Axes axes) {
        var files = new LinkedHashMap<String, String>();
        axes.subjects().keySet().stream()
                .flatMap(Origin::named)
                .filter(Origin::isFile)
                .forEach(name -> files.put(name, digest(Path.of(name))));
        var jdks = new LinkedHashMap<Path, Map<String, String>>();
        axes.jdks().forEach(jdk -> jdks.put(jdk.home(), release(jdk)));
        return new Origin(command, Path.of("").toAbsolutePath(), files, jdks);
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /** What the program is made of, and not what it reads and may write. */
    private static Stream<String> named(Subject subject) {
        return switch (subject) {
            case Subject.Bundled _ -> Stream.of();
            case Subject.JavaProgram(var _, var options, var program) ->
                Stream.concat(options.stream(), program.stream())
                        .map(word -> word.startsWith("@") ? word.substring(1) : word)
                        .flatMap(word -> Arrays.stream(word.split(File.pathSeparator, -1)))
                        .filter(word -> PROGRAM.matcher(word).find());
            case Subject.Script(var command, var _) -> command.stream();
        };
    }

    private static Map<String, String> release(Jdk jdk) {
        var release = JdkFinder.release(jdk.home());
        var told = new LinkedHashMap<String, String>();
        TOLD.forEach(name -> {
            var value = release.getProperty(name, "").replace("\"", "");
            if (!value.isEmpty()) {
                told.put(name, value);
            }
        });
        return told;
    }

    private static String digest(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            return "unreadable";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }
}
