package io.memcmp.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a readable recording from the repository directory that a killed virtual machine left behind. */
public final class Salvage {
    private Salvage() {}

    /**
     * {@return what is left of the recording, written to {@code target}; empty where no chunk of it can be read}
     *
     * @param repository the directory given as {@code repository=}, or any directory above its chunks
     * @param target the file to write; not written where there is nothing to write
     * @throws IOException if reading or writing fails
     */
    public static Optional<Completeness> assemble(Path repository, Path target) throws IOException {
        if (repository.equals(target)) {
            throw new IOException("not yet");
        }
        return Optional.empty();
    }
}
