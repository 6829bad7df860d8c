package io.memcmp.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK to run children on.
 *
 * @param feature its version
 * @param home where it is installed
 */
public record Jdk(int feature, Path home) {
    private static final Path SYSTEM = Path.of("/usr/lib/jvm");

    /** {@return the one the tests run on, and a 17 where the system has one} */
    public static Stream<Jdk> all() {
        return Stream.concat(seventeen().stream(), Stream.of(running()));
    }

    /** {@return {@link #all()} in the slow suites, otherwise the one the tests run on} */
    public static Stream<Jdk> tried() {
        return Boolean.getBoolean("every.machine") ? all() : Stream.of(running());
    }

    /** {@return the one the tests run on} */
    public static Jdk running() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    private static Optional<Jdk> seventeen() {
        if (!Files.isDirectory(SYSTEM)) {
            return Optional.empty();
        }
        try (var homes = Files.list(SYSTEM)) {
            return homes.filter(home -> home.getFileName().toString().contains("17"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .sorted()
                    .findFirst()
                    .map(home -> new Jdk(17, home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return its launcher} */
    public Path java() {
        return home.resolve("bin/java");
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
