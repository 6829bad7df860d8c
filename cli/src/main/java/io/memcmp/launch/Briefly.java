package io.memcmp.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command that answers at once and little: {@code java -version}. */
final class Briefly {
    private static final int MOST = 1 << 22;

    /**
     * What it answered.
     *
     * @param exit its exit status, −1 where it could not be started or did not end in time
     * @param output stdout and stderr together
     */
    record Answer(int exit, String output) {}

    private Briefly() {}

    static Answer run(List<String> command, Duration limit) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        PassedEnvironment.clear(builder.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException refused) {
            return new Answer(-1, String.valueOf(refused.getMessage()));
        }
        var watchdog = Thread.ofVirtual().start(() -> endLate(process, limit));
        try (InputStream output = process.getInputStream()) {
            process.getOutputStream().close();
            var text = new String(output.readNBytes(MOST), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException broken) {
            return new Answer(-1, String.valueOf(broken.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer(-1, "interrupted");
        } finally {
            process.destroyForcibly();
            watchdog.interrupt();
        }
    }

    private static void endLate(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            // it ended in time
        }
    }
}
