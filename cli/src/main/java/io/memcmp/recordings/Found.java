package io.memcmp.recordings;

import io.memcmp.analysis.RecordingInput;
import io.memcmp.analysis.RecordingInputs;
import io.memcmp.plan.UserError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A recording that the user named, or that lies in a directory the user named. */
public sealed interface Found {
    /** What the user writes for standard input. */
    String STANDARD_INPUT = "-";

    /** {@return what to call it} */
    String name();

    /**
     * In files.
     *
     * @param input which files
     */
    record Lying(RecordingInput input) implements Found {
        @Override
        public String name() {
            return input.name();
        }
    }

    /** It comes through standard input. */
    record Piped() implements Found {
        @Override
        public String name() {
            return "standard input";
        }
    }

    /**
     * {@return the recordings behind these words, each once}
     *
     * @param words files, directories, or {@value #STANDARD_INPUT}
     * @param repeated hears the name of one that was named before
     */
    static List<Found> of(List<String> words, Consumer<String> repeated) {
        var found = new ArrayList<Found>();
        var seen = new HashSet<List<Path>>();
        for (var word : words) {
            if (word.equals(STANDARD_INPUT)) {
                if (found.contains(new Piped())) {
                    repeated.accept(new Piped().name());
                } else {
                    found.add(new Piped());
                }
                continue;
            }
            for (var input : lying(word)) {
                if (seen.add(input.files().stream().map(Found::real).toList())) {
                    found.add(new Lying(input));
                } else {
                    repeated.accept(input.name());
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * {@return every file that will be read, that behind standard input too}
     *
     * @param found what the user named
     */
    static List<Path> files(List<Found> found) {
        return found.stream()
                .flatMap(each -> switch (each) {
                    case Lying(var input) -> input.files().stream();
                    case Piped _ -> Stream.of(Path.of("/dev/stdin"));
                })
                .toList();
    }

    private static List<RecordingInput> lying(String word) {
        try {
            var inputs = RecordingInputs.find(Path.of(word));
            if (inputs.isEmpty()) {
                throw new UserError(
                        "no recording in " + word,
                        "name a directory that holds .jfr or .jfr.gz files, or a file; make one with:"
                                + " java -XX:StartFlightRecording:filename=app.jfr …");
            }
            return inputs;
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new UserError(
                    "no such recording: " + word,
                    "name a .jfr or .jfr.gz file, a directory, or - for standard input",
                    missing);
        } catch (AccessDeniedException denied) {
            throw new UserError(
                    "cannot read " + denied.getFile() + ": permission denied",
                    "make it readable, or name the files",
                    denied);
        } catch (IOException broken) {
            throw new UserError("cannot read " + word + ": " + broken.getMessage(), "name the files in it", broken);
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** {@return bytes on the disk; 0 of what is not there yet} */
    default long bytes() {
        return switch (this) {
            case Lying(var input) ->
                input.files().stream().mapToLong(Found::size).sum();
            case Piped _ -> 0;
        };
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0; // whoever reads it says what is wrong
        }
    }
}
