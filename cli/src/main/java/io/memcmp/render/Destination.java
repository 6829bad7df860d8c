package io.memcmp.render;

import io.memcmp.plan.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file that a report will go to: claimed before the first trial, so that a bad path fails then and not after an hour. */
public final class Destination implements AutoCloseable {
    private final Path file;
    private final boolean created;
    private final String kept;
    private boolean written;

    private Destination(Path file, boolean created, String kept) {
        this.file = file;
        this.created = created;
        this.kept = kept;
    }

    /**
     * Refuses a file that is itself to be read, by whatever name: not even force may replace that.
     *
     * @param file where something will go
     * @param inputs what will be read
     */
    public static void keepOff(Path file, List<Path> inputs) {
        keepOff(file, inputs, "recording");
    }

    /**
     * Refuses to write where something is to be read.
     *
     * @param file to write
     * @param inputs to read
     * @param what they are
     */
    public static void keepOff(Path file, List<Path> inputs, String what) {
        if (inputs.stream().anyMatch(input -> same(input, file))) {
            throw new UserError(
                    "will not overwrite " + file + ": it is a " + what + " to be read",
                    "name another file; --force does not replace what is read");
        }
    }

    /**
     * {@return whether both names lead to one file}
     *
     * @param one a file
     * @param other a file
     */
    public static boolean same(Path one, Path other) {
        if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())) {
            return true;
        }
        try {
            // A terminal or a pipe may be read and written at once.
            return Files.isRegularFile(other) && Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException _) {
            return false; // what cannot be looked at cannot be replaced either
        }
    }

    /**
     * {@return the file, claimed}
     *
     * @param file where the report will go
     * @param force whether an existing file may be replaced
     */
    public static Destination claim(Path file, boolean force) {
        return claim(file, force, "");
    }

    /**
     * {@return the file, claimed}
     *
     * @param file where the report will go
     * @param force whether an existing file may be replaced
     * @param kept what is not lost when it cannot be written in the end; may be empty
     */
    public static Destination claim(Path file, boolean force, String kept) {
        try {
            Files.createFile(file);
            return new Destination(file, true, kept);
        } catch (FileAlreadyExistsException exists) {
            if (Files.isDirectory(file)) {
                throw new UserError("cannot write " + file + ": it is a directory", "name a file", exists);
            }
            if (Files.isRegularFile(file) && !force) {
                throw new UserError(
                        "will not overwrite " + file, "name another file, or replace it with --force", exists);
            }
            if (!Files.exists(file)) {
                throw new UserError("cannot write " + file + ": it is a link to nothing", "name a file", exists);
            }
            if (!Files.isWritable(file)) {
                throw new UserError("cannot write " + file + ": permission denied", "name another file", exists);
            }
            return new Destination(file, false, kept);
        } catch (NoSuchFileException missing) {
            throw new UserError("cannot write " + file + ": no such directory", "make the directory first", missing);
        } catch (IOException refused) {
            throw new UserError("cannot write " + file + ": " + reason(refused), "name another file", refused);
        }
    }

    /**
     * Writes the report.
     *
     * @param text all of it
     */
    public void write(String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            written = true;
        } catch (IOException full) {
            throw new UserError(
                    "cannot write " + file + ": " + reason(full),
                    "make room, or name another file" + (kept.isEmpty() ? "" : "; " + kept),
                    full);
        }
    }

    /** A claimed file that nothing was written to goes away again. */
    @Override
    public void close() {
        if (created && !written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                // an empty file stays
            }
        }
    }

    private static String reason(IOException problem) {
        return problem instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : String.valueOf(problem.getMessage());
    }
}
