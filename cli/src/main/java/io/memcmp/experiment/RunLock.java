package io.memcmp.experiment;

import io.memcmp.plan.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held as long as a memcmp writes a run directory. It is the operating system's: when memcmp is gone it is free, however
 * that ended.
 */
public final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** {@return the lock} Refuses where another memcmp holds it. */
    static RunLock take(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new RunLock(channel);
            }
        } catch (OverlappingFileLockException _) {
            // another run of this very process holds it
        }
        channel.close();
        throw new UserError(
                "another memcmp is writing the run directory " + file.getParent(),
                "wait until it has ended, or choose another directory with --out DIR");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
