package io.memcmp.cli;

import io.memcmp.launch.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the user presses Ctrl-C or the system asks memcmp to stop: the JVM's shutdown waits until
 * the children are gone and the report of what there is has been written.
 */
final class CtrlC implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private CtrlC(Interruption interruption) {
        hook = new Thread(
                () -> {
                    interruption.request();
                    try {
                        boolean _ = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException _) {
                        // then it ends now
                    }
                },
                "memcmp Ctrl-C");
    }

    static CtrlC requests(Interruption interruption) {
        var guard = new CtrlC(interruption);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // it is running: the JVM ends
        }
    }
}
