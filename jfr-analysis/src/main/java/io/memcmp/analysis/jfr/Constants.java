package io.memcmp.analysis.jfr;

import org.jspecify.annotations.Nullable;

/** What the ids in the events of one chunk stand for. */
@SuppressWarnings("DoNotCallSuggester")
public final class Constants {
    Constants() {}

    /**
     * {@return a class's name as {@code Class.getName} gives it; null for 0 and for a class that is lost}
     *
     * @param classId id of a {@code java.lang.Class}
     */
    public @Nullable String className(long classId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Visits the frames of a stack trace, the top one first: as many as were chosen, until the visitor has enough.
     *
     * @param stackId the trace's id; nothing is visited for 0 and for one that is lost
     * @param visitor sees them
     */
    public void frames(long stackId, FrameVisitor visitor) {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return whether the virtual machine left out the lower frames of a deep stack}
     *
     * @param stackId the trace's id
     */
    public boolean truncated(long stackId) {
        throw new UnsupportedOperationException();
    }
}
