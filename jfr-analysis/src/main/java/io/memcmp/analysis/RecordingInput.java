package io.memcmp.analysis;

import java.nio.file.Path;
import java.util.List;

/**
 * One recording as it lies on the disk.
 *
 * @param name what the user calls it
 * @param files its chunks, in the order of time; several where they come from a repository or are merged
 * @param merged whether recordings of several processes are read as if they were one
 */
public record RecordingInput(String name, List<Path> files, boolean merged) {
    /** Refuses a recording without files. */
    public RecordingInput {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file: " + name);
        }
    }

    /**
     * {@return a recording in one file}
     *
     * @param file the file
     */
    public static RecordingInput of(Path file) {
        return new RecordingInput(file.toString(), List.of(file), false);
    }
}
