package io.memcmp.probe;

import java.util.Locale;

/** A moment of the program's life at which the probe takes stock. */
public enum Point {
    /** Before the measured window, after a full collection. */
    BASELINE,
    /** Just before the measured window. */
    MEASURE_BEGIN,
    /** Just after the measured window. */
    MEASURE_END,
    /** After the window, results still held, after a full collection. */
    QUIET,
    /** While the virtual machine shuts down, after a full collection. */
    EXIT,
    /** Whenever the recorder closes a chunk. */
    CHUNK_END;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** {@return its name in the recording} */
    public String id() {
        return id;
    }
}
