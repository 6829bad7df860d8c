package io.memcmp.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Carries one stream of a child to a file: the first {@value #KEPT} bytes, and in memory the last ones. A program that
 * writes a gigabyte is neither stopped nor allowed to fill the disk.
 */
final class OutputPump {
    static final int KEPT = 16 << 20;
    private static final int TAIL = 16 << 10;

    private final Thread thread;
    private final InputStream source;
    private final byte[] tail = new byte[TAIL];
    private long total;

    private OutputPump(InputStream source, Path file, OutputStream shown) {
        this.source = source;
        this.thread = Thread.ofPlatform().daemon().name("memcmp output").unstarted(() -> pump(file, shown));
    }

    static OutputPump start(InputStream source, Path file, OutputStream shown) {
        var pump = new OutputPump(source, file, shown);
        pump.thread.start();
        return pump;
    }

    /**
     * Waits for the stream's end, but not for a grandchild that holds it open.
     *
     * @return whether the stream has ended
     */
    boolean finish(Duration patience) throws InterruptedException {
        return thread.join(patience);
    }

    /** {@return how many bytes the child wrote} */
    synchronized long total() {
        return total;
    }

    /** {@return its last lines} */
    List<String> lastLines(int count) {
        var lines = tail().lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** {@return its last 16 KiB} */
    synchronized String tail() {
        int length = (int) Math.min(total, TAIL);
        var ordered = new byte[length];
        for (int i = 0; i < length; i++) {
            ordered[i] = tail[(int) ((total - length + i) % TAIL)];
        }
        return new String(ordered, StandardCharsets.UTF_8);
    }

    private void pump(Path file, OutputStream shown) {
        try (OutputStream kept = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            boolean keeps = true;
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                keeps = keeps && keep(kept, buffer, read);
                remember(buffer, read);
                shown.write(buffer, 0, read);
            }
            shown.flush();
        } catch (IOException _) {
            drain();
        }
    }

    /** A full disk must not block the child: then nothing more is kept. */
    private boolean keep(OutputStream kept, byte[] buffer, int read) {
        long room = KEPT - total();
        try {
            kept.write(buffer, 0, (int) Math.max(0, Math.min(room, read)));
            return room > read;
        } catch (IOException _) {
            return false;
        }
    }

    private synchronized void remember(byte[] buffer, int read) {
        for (int i = Math.max(0, read - TAIL); i < read; i++) {
            tail[(int) ((total + i) % TAIL)] = buffer[i];
        }
        total += read;
    }

    private void drain() {
        var buffer = new byte[1 << 16];
        try {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                remember(Arrays.copyOf(buffer, read), read);
            }
        } catch (IOException _) {
            // closed by finish, or the child is gone
        }
    }
}
