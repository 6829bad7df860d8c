package io.memcmp.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK that the tests can start: the one that runs them, and one of each other version in the system's usual place. */
record TestJdk(Path home, int feature) {

    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    static List<TestJdk> found() {
        List<TestJdk> found = new ArrayList<>();
        Stream.concat(Stream.of(Path.of(System.getProperty("java.home"))), installed())
                .filter(home -> Files.isExecutable(home.resolve("bin/java")) && Files.exists(home.resolve("release")))
                .map(home -> new TestJdk(home, feature(home)))
                .filter(jdk -> jdk.feature >= 17)
                .forEach(jdk -> {
                    if (found.stream().noneMatch(other -> other.feature == jdk.feature)) {
                        found.add(jdk);
                    }
                });
        return found;
    }

    private static Stream<Path> installed() {
        if (!Files.isDirectory(USUAL_PLACE)) {
            return Stream.empty();
        }
        try (var entries = Files.list(USUAL_PLACE)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int feature(Path home) {
        var release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[.+-]", 2)[0]);
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
