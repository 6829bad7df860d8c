package io.memcmp.analysis;

import io.memcmp.analysis.jfr.Chunk;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

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
                .filter(salvage -> !salvage.chunks.isEmpty())
                .toList();
        var largest = machines.stream().max(Comparator.comparingLong(Salvage::bytes));
        if (largest.isEmpty()) {
            return Optional.empty();
        }
        var salvage = largest.get();
        salvage.chunks.sort(Comparator.comparing(Chunk::from));
        salvage.write(target);
        return Optional.of(salvage.completeness(machines.size()));
    }

    private long bytes() {
        return chunks.stream().mapToLong(Chunk::size).sum();
    }

    private static List<Path> chunkFiles(Path repository, Path target) throws IOException {
        var result = target.toAbsolutePath().normalize();
        try (var files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jfr"))
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toAbsolutePath().normalize().equals(result))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause(); // a directory below that may not be read
        }
    }

    private void take(Path file) throws IOException {
        chunks.addAll(Chunk.of(file, loss -> leftOut.add(file.getFileName() + " " + loss.reason())));
    }

    private void write(Path target) throws IOException {
        try (var out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (var chunk : chunks) {
                chunk.appendTo(out);
            }
        }
    }

    private Completeness completeness(int machines) {
        var from = chunks.getFirst().from();
        var to = chunks.stream().map(Chunk::to).max(Comparator.naturalOrder());
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
