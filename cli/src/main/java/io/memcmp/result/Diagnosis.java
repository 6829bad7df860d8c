package io.memcmp.result;

import io.memcmp.analysis.Observed;
import java.util.Optional;

/**
 * What holds the memory of a cell, beside its figures.
 *
 * @param heap what a heap dump of it tells; empty where nobody asked
 * @param oldObjects what a trial of its own showed by samples; empty where nobody asked
 */
public record Diagnosis(Optional<Observed<HeapFindings>> heap, Optional<Observed<OldObjects>> oldObjects) {
    /** Nobody asked. */
    public static final Diagnosis NONE = new Diagnosis(Optional.empty(), Optional.empty());
}
