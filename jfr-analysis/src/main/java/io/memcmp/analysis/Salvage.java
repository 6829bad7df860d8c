package io.memcmp.analysis;

import io.memcmp.analysis.ChunkHeader.Damage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a readable recording from the repository directory that a killed virtual machine left behind. Each virtual machine
 * has a directory of its own in it; chunks of several make no recording.
 */
public final class Salvage {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** A chunk that can be read, and where it lies. */
    private record Piece(Path file, ChunkHeader chunk) {}

    private Salvage() {}

    /**
     * {@return what is left of the recording, written to {@code target}; empty where no chunk of it can be read}
     *
     * <p>Where several virtual machines recorded there, the one that left most is taken, and the reason says so.
     *
     * @param repository the directory given as {@code repository=}, or any directory above its chunks
     * @param target the file to write; not written where there is nothing to write
     * @throws IOException if reading or writing fails
     */
    public static Optional<Completeness> assemble(Path repository, Path target) throws IOException {
        var byDirectory = new TreeMap<Path, Salvage>();
        for (var file : chunkFiles(repository, target)) {
            byDirectory
                    .computeIfAbsent(file.toAbsolutePath().getParent(), _ -> new Salvage())
                    .take(file);
        }
        var machines = byDirectory.values().stream()
                .filter(salvage -> !salvage.pieces.isEmpty())
                .toList();
        var largest = machines.stream().max(Comparator.comparingLong(Salvage::bytes));
        if (largest.isEmpty()) {
            return Optional.empty();
        }
        var salvage = largest.get();
        salvage.pieces.sort(Comparator.comparing(piece -> piece.chunk().start()));
        salvage.write(target);
        return Optional.of(salvage.completeness(machines.size()));
    }

    private long bytes() {
        return pieces.stream().mapToLong(piece -> piece.chunk().size()).sum();
    }

    private static List<Path> chunkFiles(Path repository, Path target) throws IOException {
        var result = target.toAbsolutePath().normalize();
        try (var files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jfr"))
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toAbsolutePath().normalize().equals(result))
                    .sorted()
                    .toList();
        }
    }

    /** Takes every chunk of a file up to the first that cannot be trusted. */
    private void take(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var chunk = ChunkHeader.read(channel, 0);
            while (chunk.isPresent()) {
                pieces.add(new Piece(file, chunk.get()));
                if (!chunk.get().finished()) {
                    return; // whatever follows its last flush has no length
                }
                chunk = ChunkHeader.read(
                        channel, chunk.get().offset() + chunk.get().size());
            }
        } catch (Damage damage) {
            leftOut.add(file.getFileName() + " " + damage.getMessage());
        }
    }

    private void write(Path target) throws IOException {
        try (var out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (var piece : pieces) {
                append(piece, out);
            }
        }
    }

    private static void append(Piece piece, FileChannel out) throws IOException {
        var chunk = piece.chunk();
        long begin = out.position();
        try (var in = FileChannel.open(piece.file(), StandardOpenOption.READ)) {
            long copied = 0;
            while (copied < chunk.size()) {
                long count = in.transferTo(chunk.offset() + copied, chunk.size() - copied, out);
                if (count <= 0) {
                    throw new EOFException(piece.file() + " shrank while it was copied");
                }
                copied += count;
            }
        }
        if (!chunk.finished()) {
            // Readers wait for a chunk that says it is still being written.
            out.write(ByteBuffer.wrap(new byte[] {0}), begin + ChunkHeader.STATE_OFFSET);
        }
    }

    private Completeness completeness(int machines) {
        var from = pieces.getFirst().chunk().start();
        var to = pieces.stream().map(piece -> piece.chunk().end()).max(Comparator.naturalOrder());
        var reason = "cut off: the virtual machine ended without closing its recording";
        if (!leftOut.isEmpty()) {
            reason += "; left out: " + String.join(", ", leftOut);
        }
        if (machines > 1) {
            reason += "; of " + machines + " virtual machines the largest recording is shown";
        }
        return new Completeness(false, from, to.orElse(from), reason);
    }
}
