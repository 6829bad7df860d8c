package io.memcmp.analysis.jfr;

import static io.memcmp.analysis.jfr.DamagedFile.anything;
import static io.memcmp.analysis.jfr.DamagedFile.atMost;
import static io.memcmp.analysis.jfr.DamagedFile.left;
import static io.memcmp.analysis.jfr.DamagedFile.refused;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.jfr.Anatomy.Piece;
import io.memcmp.analysis.jfr.DamagedFile.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordingFile;

/** Files as crashes, full disks and impatient users leave them. */
final class DamagedFiles {
    private static final int ZEROS = 64 << 10;

    private final Recordings recordings;
    private final List<DamagedFile> all = new ArrayList<>();

    private DamagedFiles(Recordings recordings) {
        this.recordings = recordings;
    }

    static List<DamagedFile> in(Path directory) throws Exception {
        var files = new DamagedFiles(Recordings.in(directory));
        var whole = files.whole("3", Jdk.running());
        files.cut(whole);
        files.inside(whole);
        files.headers(whole);
        files.descriptions(whole);
        files.borrowed(whole);
        files.alone(files.whole("1", Jdk.running()));
        files.killed(Files.createDirectory(directory.resolve("repository")));
        files.flipped(whole);
        return List.copyOf(files.all);
    }

    private Anatomy whole(String chunks, Jdk jdk) throws Exception {
        var options = "settings=" + recordings.everything();
        var flags = List.of("-XX:+UseSerialGC", "-Xmx32m");
        var whole = Anatomy.of(Files.readAllBytes(recordings.make(jdk, flags, options, "small", chunks)));
        assertTrue(
                whole.chunks().size() == Integer.parseInt(chunks),
                whole.chunks().size() + " chunks");
        return whole;
    }

    private void add(String damage, byte[] bytes, long events, Expectation expectation) throws IOException {
        all.add(new DamagedFile(damage, recordings.write(bytes), events, expectation));
    }

    private void cut(Anatomy whole) throws IOException {
        var last = whole.chunk(2);
        long events = whole.events();
        long before = events - last.events();
        add("empty file", new byte[0], 0, refused("is empty"));
        add("67 bytes of header", Arrays.copyOf(whole.bytes(), Anatomy.HEADER - 1), events, refused("cut off"));
        int cut = last.begin() + (last.end() - last.begin()) * 7 / 10;
        add("last chunk cut by 30 %", Arrays.copyOf(whole.bytes(), cut), events, left(before + last.eventsBefore(cut)));
        int header = last.begin() + Anatomy.HEADER / 2;
        add("cut inside the 3rd header", Arrays.copyOf(whole.bytes(), header), events, left(before, last.begin()));
        int more = whole.bytes().length;
        add("trailing garbage", Arrays.copyOf(whole.bytes(), more + 5000), events, left(events, more));
    }

    /** Zeros anywhere but in the metadata: what comes before is read, and what follows the next checkpoint. */
    private void inside(Anatomy whole) throws IOException {
        var chunk = whole.chunk(0);
        var metadata =
                chunk.pieces().stream().filter(Piece::isMetadata).toList().getLast();
        int from = chunk.pieces().stream()
                .filter(piece -> piece.begin() > chunk.begin() + 1000)
                .findFirst()
                .orElseThrow()
                .begin();
        int to = Math.min(from + ZEROS, metadata.begin());
        var bytes = whole.bytes();
        Arrays.fill(bytes, from, to, (byte) 0);
        int resumed = chunk.pieces().stream()
                .filter(piece -> piece.isCheckpoint() && piece.begin() >= to)
                .mapToInt(Piece::begin)
                .min()
                .orElse(chunk.end());
        long lost = chunk.eventsBefore(resumed) - chunk.eventsBefore(from);
        assertTrue(lost > 0 && lost < chunk.events());
        var damage = (to - from) + " bytes of zeros in chunk 1";
        add(damage, bytes, whole.events(), left(whole.events() - lost, from));
    }

    private void headers(Anatomy whole) throws IOException {
        long events = whole.events();
        var chunk = whole.chunk(1);
        var updating = whole.bytes();
        updating[chunk.begin() + Anatomy.STATE] = -1;
        add("state byte 255", updating, events, left(events));
        var noSize = ByteBuffer.wrap(whole.bytes()).putLong(chunk.begin() + Anatomy.SIZE, 0);
        add("header size = 0", noSize.array(), events, left(events));
        var tooLarge = ByteBuffer.wrap(whole.bytes()).putLong(chunk.begin() + Anatomy.SIZE, Long.MAX_VALUE);
        add("header size beyond the file", tooLarge.array(), events, left(events));
        add("header never flushed, of chunk 2", unflushed(whole, chunk), events, left(events));
    }

    /** The same virtual machine wrote the chunk before, and its types have the same numbers. */
    private void descriptions(Anatomy whole) throws IOException {
        var chunk = whole.chunk(1);
        var metadata =
                chunk.pieces().stream().filter(Piece::isMetadata).toList().getLast();
        var unreadable = whole.bytes();
        unreadable[whole.numbers(metadata, 5).getLast()] = 99; // the encoding of its first text
        add("metadata of chunk 2 cannot be read", unreadable, whole.events(), left(whole.events()));
        var elsewhere = ByteBuffer.wrap(whole.bytes()).putLong(chunk.begin() + Anatomy.METADATA, Anatomy.HEADER);
        add(
                "metadata of chunk 2 is not where its header says",
                elsewhere.array(),
                whole.events(),
                left(whole.events()));
        long others = whole.events() - whole.chunk(0).events();
        var first = whole.bytes();
        var ofFirst = whole.chunk(0).pieces().stream()
                .filter(Piece::isMetadata)
                .toList()
                .getLast();
        first[whole.numbers(ofFirst, 5).getLast()] = 99;
        add("metadata of chunk 1 cannot be read", first, whole.events(), left(others, 0));
    }

    /** The first description that can be read is another machine's: better no events than wrong ones. */
    private void borrowed(Anatomy whole) throws Exception {
        var other = whole("1", Jdk.all().toList().getFirst());
        var bytes = whole.bytes();
        var metadata =
                whole.chunk(0).pieces().stream().filter(Piece::isMetadata).toList();
        bytes[whole.numbers(metadata.getLast(), 5).getLast()] = 99;
        var cut = whole.chunk(1).pieces().stream()
                .filter(Piece::isMetadata)
                .toList()
                .getFirst();
        var joined =
                recordings.join(recordings.write(other.bytes()), recordings.write(Arrays.copyOf(bytes, cut.begin())));
        long events = other.events() + whole.chunk(0).events() + whole.chunk(1).eventsBefore(cut.begin());
        var damage = "two chunks without metadata after one of another JVM";
        add(damage, Files.readAllBytes(joined), events, left(other.events()));
    }

    private static byte[] unflushed(Anatomy whole, Anatomy.Chunk chunk) {
        var bytes = ByteBuffer.wrap(whole.bytes());
        for (int at : new int[] {Anatomy.SIZE, Anatomy.CONSTANTS, Anatomy.METADATA}) {
            bytes.putLong(chunk.begin() + at, 0);
        }
        return bytes.put(chunk.begin() + Anatomy.STATE, (byte) 1).array();
    }

    private void alone(Anatomy whole) throws IOException {
        long events = whole.events();
        int half = whole.bytes().length / 2;
        long before = whole.chunk(0).eventsBefore(half);
        add("only chunk cut in half", Arrays.copyOf(whole.bytes(), half), events, atMost(before));
        add("header never flushed, of the only chunk", unflushed(whole, whole.chunk(0)), events, atMost(events));
    }

    private void killed(Path root) throws Exception {
        var repository = Files.createDirectory(root.resolve("1"));
        var live = killedWhileItWrites(repository);
        for (int i = 2; live.isEmpty(); i++) {
            assertTrue(i < 100, "its last chunk was never flushed when it was killed");
            repository = Files.createDirectory(root.resolve(Integer.toString(i)));
            live = killedWhileItWrites(repository);
        }
        unfinished("live copy of a chunk being written", List.of(live.get()), live.get());
        var parts = new ArrayList<byte[]>();
        for (var chunk : chunks(repository)) {
            parts.add(Files.readAllBytes(chunk));
        }
        unfinished("last chunk of a killed JVM", List.of(parts.getLast()), parts.getLast());
        var joined = Files.readAllBytes(recordings.join(chunks(repository).toArray(Path[]::new)));
        unfinished("whole repository of a killed JVM", parts, joined);
        var target = recordings.next();
        var jfr = Jdk.running().home().resolve("bin").resolve("jfr").toString();
        var directory = chunks(repository).getFirst().resolveSibling(".").toString();
        var assemble = new ProcessBuilder(jfr, "assemble", directory, target.toString()).start();
        assertTrue(assemble.waitFor(60, TimeUnit.SECONDS) && assemble.exitValue() == 0);
        unfinished("output of jfr assemble", parts, Files.readAllBytes(target));
    }

    /** A copy of its last chunk taken shortly before; empty where it had just begun another, of which nothing is flushed. */
    private Optional<byte[]> killedWhileItWrites(Path repository) throws Exception {
        var process = recordings.start(Jdk.running(), repository);
        try {
            while (process.isAlive() && chunks(repository).size() < 3) {
                Thread.sleep(50);
            }
            var copy = Files.readAllBytes(chunks(repository).getLast());
            // JFR flushes once a second; in between the file is longer than its header says.
            while (process.isAlive() && (!flushed(copy) || copy.length == valid(copy))) {
                Thread.sleep(50);
                copy = Files.readAllBytes(chunks(repository).getLast());
            }
            boolean alive = process.isAlive();
            process.destroyForcibly().waitFor();
            var last = chunks(repository);
            return Optional.of(copy).filter(_ -> alive && !last.isEmpty() && isUnfinished(last.getLast()));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean isUnfinished(Path file) {
        try {
            var chunk = Files.readAllBytes(file);
            return flushed(chunk) && chunk[Anatomy.STATE] != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many events as the JDK's reader finds in each part by itself once its header says that it is finished. */
    private void unfinished(String damage, List<byte[]> parts, byte[] bytes) throws IOException {
        long events = 0;
        for (var part : parts) {
            var repaired = Arrays.copyOf(part, (int) valid(part));
            repaired[Anatomy.STATE] = 0;
            events += RecordingFile.readAllEvents(recordings.write(repaired)).size();
        }
        add(damage, bytes, events, left(events));
    }

    private static long valid(byte[] chunk) {
        return chunk.length < Anatomy.HEADER ? 0 : ByteBuffer.wrap(chunk).getLong(Anatomy.SIZE);
    }

    private static boolean flushed(byte[] chunk) {
        return valid(chunk) > 0 && ByteBuffer.wrap(chunk).getLong(Anatomy.METADATA) > 0;
    }

    private static List<Path> chunks(Path repository) throws IOException {
        try (var files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jfr"))
                    .sorted()
                    .toList();
        }
    }

    private void flipped(Anatomy whole) throws IOException {
        for (int seed = 1; seed <= 8; seed++) {
            var random = new SplittableRandom(seed);
            var bytes = whole.bytes();
            for (int i = 0; i < 16; i++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            add("16 bits flipped, seed " + seed, bytes, whole.events(), anything());
        }
    }
}
