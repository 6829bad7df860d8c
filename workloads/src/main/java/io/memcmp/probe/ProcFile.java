package io.memcmp.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Files of Linux's {@code /proc}; elsewhere all of them are empty. */
final class ProcFile {

    private ProcFile() {}

    static Optional<String> read(Path path) {
        try {
            return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // another system, or the thread has ended since it was listed
        }
    }

    /** {@return the line {@code key:   123 kB} of a file, in bytes} */
    static OptionalLong kilobytes(Path path, String key) {
        return read(path).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst();
    }

    /** {@return the fields of a {@code stat} file from the third, the state, on; the second may hold blanks} */
    static Optional<String[]> stat(Path path) {
        return read(path)
                .map(text -> text.substring(text.lastIndexOf(')') + 1).strip().split(" ", 0));
    }
}
