package io.memcmp.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the documentation. Tests run in the directory of their module. */
final class Pages {
    private static final Path ROOT = Path.of("..");

    private Pages() {}

    static String read(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
