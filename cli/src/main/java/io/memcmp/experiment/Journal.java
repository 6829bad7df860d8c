package io.memcmp.experiment;

import io.memcmp.plan.UserError;
import io.memcmp.result.ReportJson;
import io.memcmp.result.TrialResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One line for each finished trial, on the disk before the next begins: a crash loses the running trial at most. */
final class Journal implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Journal append(Path file) throws IOException {
        return new Journal(file, FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    void write(TrialResult result) {
        var line = ByteBuffer.wrap(ReportJson.line(result).getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException full) {
            throw new UserError(
                    "cannot write " + file + ": " + full.getMessage(),
                    "make room on the disk or choose another with --out DIR; finished trials are kept",
                    full);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
