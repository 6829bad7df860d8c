package io.memcmp.analysis;

/** Which part of a recording the figures speak of. */
public enum Scope {
    /** The measured window where the recording marks one (bundled workloads do), else the whole recording. */
    MEASURED_WINDOW,
    /** Everything the recording holds, memcmp's own forced collections too. */
    WHOLE_RECORDING
}
