package io.memcmp.recordings;

import io.memcmp.analysis.RecordingInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Recordings, or heap dumps, as plain files. What is packed, or comes through a pipe, is written to a temporary file first, which is gone
 * when this is closed, and when the process ends by Ctrl-C too.
 */
public final class Unpacked implements AutoCloseable {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final int BUFFER = 1 << 20;
    /** What stays free of a disk, at most: others write there too. */
    private static final long RESERVE = 256L << 20;

    private final InputStream standardInput;
    private final Path directory;
    private final Kind kind;
    private final List<Path> temporary = new ArrayList<>();
    private final Thread hook = new Thread(this::delete, "memcmp temporary files");
    private boolean ending;

    /** What is in the files. */
    private enum Kind {
        RECORDING("FLR\0", "JFR recording", ".jfr"),
        HEAP_DUMP("JAVA PROFILE 1.0", "heap dump in the HPROF format", ".hprof");

        private final String magic;
        private final String text;
        private final String suffix;

        Kind(String magic, String text, String suffix) {
            this.magic = magic;
            this.text = text;
            this.suffix = suffix;
        }

        byte[] magic() {
            return magic.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * A file that can be read from any place on.
     *
     * @param path where it lies
     * @param defect what is wrong with the packed file; empty where nothing is
     */
    public record PlainFile(Path path, Optional<String> defect) {}

    /**
     * A recording in plain files.
     *
     * @param input to be read
     * @param names what the user calls files that are temporary
     * @param defect what is wrong with the packed file; empty where nothing is
     */
    record Plain(RecordingInput input, Map<Path, String> names, Optional<String> defect) {
        Plain {
            names = Map.copyOf(names);
        }
    }

    /**
     * Writes nothing yet.
     *
     * @param standardInput what stands behind {@code -}
     * @param directory where temporary files go
     */
    public Unpacked(InputStream standardInput, Path directory) {
        this(standardInput, directory, Kind.RECORDING);
    }

    private Unpacked(InputStream standardInput, Path directory, Kind kind) {
        this.standardInput = standardInput;
        this.directory = directory;
        this.kind = kind;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * {@return the same for heap dumps}
     *
     * @param standardInput what stands behind {@code -}
     * @param directory where temporary files go
     */
    public static Unpacked ofHeapDumps(InputStream standardInput, Path directory) {
        return new Unpacked(standardInput, directory, Kind.HEAP_DUMP);
    }

    /**
     * {@return a file as it lies, or unpacked}
     *
     * @param file that may be packed, or a pipe
     * @throws IOException when it cannot be read, or there is no room for what is in it
     */
    public PlainFile plain(Path file) throws IOException {
        var defects = new ArrayList<String>();
        var plain = asItIs(file) ? file : copy(file, new HashMap<>(), defects);
        return new PlainFile(plain, defects.stream().findFirst());
    }

    /**
     * {@return what comes through standard input}
     *
     * @param name what to call it
     * @throws IOException when it cannot be read, or there is no room for it
     */
    public PlainFile piped(String name) throws IOException {
        var defects = new ArrayList<String>();
        var plain = copy(standardInput, name, new HashMap<>(), defects);
        return new PlainFile(plain, defects.stream().findFirst());
    }

    Plain of(Found found) throws IOException {
        return switch (found) {
            case Found.Lying(var input) -> lying(input);
            case Found.Piped piped -> {
                var names = new HashMap<Path, String>();
                var defects = new ArrayList<String>();
                var file = copy(standardInput, piped.name(), names, defects);
                yield plain(new RecordingInput(piped.name(), List.of(file), false), names, defects);
            }
        };
    }

    private Plain lying(RecordingInput input) throws IOException {
        var names = new HashMap<Path, String>();
        var defects = new ArrayList<String>();
        var files = new ArrayList<Path>();
        for (var file : input.files()) {
            files.add(asItIs(file) ? file : copy(file, names, defects));
        }
        return plain(new RecordingInput(input.name(), files, input.merged()), names, defects);
    }

    static Plain plain(RecordingInput input, Map<Path, String> names, List<String> defects) {
        return new Plain(input, names, defects.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", defects)));
    }

    private static boolean asItIs(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false; // a pipe can be read once, from its beginning to its end
        }
        try (var in = Files.newInputStream(file)) {
            return !startsWith(GZIP, in.readNBytes(GZIP.length));
        }
    }

    private Path copy(Path file, Map<Path, String> names, List<String> defects) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return copy(in, file.toString(), names, defects);
        }
    }

    private Path copy(InputStream packed, String name, Map<Path, String> names, List<String> defects)
            throws IOException {
        var buffered = new BufferedInputStream(packed, BUFFER);
        try (var in = beginsWith(GZIP, buffered) ? new GZIPInputStream(buffered, BUFFER) : buffered) {
            var bytes = new byte[BUFFER];
            int count = in.readNBytes(bytes, 0, kind.magic().length);
            if (!startsWith(kind.magic(), bytes, count)) {
                throw new IOException(name + (count == 0 ? " is empty" : " is no " + kind.text));
            }
            var target = create();
            names.put(target, name);
            try (var out = Files.newOutputStream(target)) {
                copy(in, bytes, count, new Sink(out, target, name)).ifPresent(defects::add);
            }
            return target;
        } catch (ZipException | EOFException damaged) {
            throw new IOException(name + " is damaged: " + reason(damaged), damaged);
        }
    }

    /** The JDK has no words for an end in the middle of the first bytes. */
    private static String reason(IOException damaged) {
        return Objects.requireNonNullElse(damaged.getMessage(), "it ends too soon");
    }

    /** What is wrong with the source, after all that could be had of it was copied. */
    private static Optional<String> copy(InputStream in, byte[] bytes, int first, Sink sink) throws IOException {
        sink.write(bytes, first);
        while (true) {
            int count;
            try {
                count = in.read(bytes);
            } catch (ZipException | EOFException damaged) {
                return Optional.of(sink.name + " is damaged or cut off after " + grouped(sink.written)
                        + " bytes of what is packed in it: " + reason(damaged));
            }
            if (count < 0) {
                return Optional.empty();
            }
            sink.write(bytes, count);
        }
    }

    private static String grouped(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes);
    }

    private static boolean beginsWith(byte[] magic, BufferedInputStream in) throws IOException {
        in.mark(magic.length);
        var first = in.readNBytes(magic.length);
        in.reset();
        return startsWith(magic, first);
    }

    private static boolean startsWith(byte[] magic, byte[] bytes) {
        return startsWith(magic, bytes, bytes.length);
    }

    private static boolean startsWith(byte[] magic, byte[] bytes, int count) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= count || bytes[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** A temporary file that leaves others their room on the disk: what is packed small may be endless. */
    private static final class Sink {
        private final OutputStream out;
        private final Path target;
        private final String name;
        private final long reserve;
        private long written;

        Sink(OutputStream out, Path target, String name) throws IOException {
            this.out = out;
            this.target = target;
            this.name = name;
            this.reserve = Math.min(RESERVE, Files.getFileStore(target).getTotalSpace() / 20);
        }

        void write(byte[] bytes, int count) throws IOException {
            if (Files.getFileStore(target).getUsableSpace() - reserve < count) {
                throw noRoom();
            }
            try {
                out.write(bytes, 0, count);
            } catch (IOException full) {
                throw noRoom();
            }
            written += count;
        }

        private NoRoom noRoom() {
            return new NoRoom("no room to unpack " + name + ": " + target.getParent() + " is full after "
                    + grouped(written) + " bytes of it");
        }
    }

    /** The disk is full, or nearly so. */
    public static final class NoRoom extends IOException {
        private static final long serialVersionUID = 1L;

        NoRoom(String message) {
            super(message);
        }
    }

    private synchronized Path create() throws IOException {
        if (ending) {
            throw new IOException("interrupted");
        }
        try {
            var file = Files.createTempFile(directory, "memcmp-", kind.suffix);
            temporary.add(file);
            return file;
        } catch (IOException refused) {
            throw new NoRoom("no temporary file can be made in " + directory);
        }
    }

    /** Removes the temporary files made so far. */
    public synchronized void clear() {
        for (var file : temporary) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                // the system clears its temporary directory
            }
        }
        temporary.clear();
    }

    private synchronized void delete() {
        ending = true;
        clear();
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // it is running: the JVM ends
        }
    }
}
