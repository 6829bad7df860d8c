package io.memcmp.launch;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the user has asked to stop: children are ended, finished trials are kept, the report tells what there is. */
public final class Interruption {
    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks to stop. */
    public void request() {
        requested.set(true);
    }

    /** {@return whether somebody asked to stop} */
    public boolean requested() {
        return requested.get();
    }
}
