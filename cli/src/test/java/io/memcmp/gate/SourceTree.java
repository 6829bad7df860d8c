package io.memcmp.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository that the tests run in. */
final class SourceTree {

    static final List<String> MODULES = List.of("workloads", "jfr-analysis", "cli");

    private SourceTree() {}

    /** {@return its directory: Maven starts the tests in that of the module} */
    static Path root() {
        for (var place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.isRegularFile(place.resolve("docs/recording-contract.md"))) {
                return place;
            }
        }
        throw new AssertionError("the tests do not run inside the repository");
    }

    static List<Path> javaFiles(String under) throws IOException {
        var directory = root().resolve(under);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
