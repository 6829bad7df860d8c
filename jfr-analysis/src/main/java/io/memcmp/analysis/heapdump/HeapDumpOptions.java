package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.LayoutMode;
import java.util.Optional;

/**
 * How a dump is read.
 *
 * @param references which references keep an object alive
 * @param depth how much is asked
 * @param told the layout, where the flags of the virtual machine are known
 */
public record HeapDumpOptions(References references, Depth depth, Optional<LayoutMode> told) {
    /** Strong references, everything, a foreign dump. */
    public static final HeapDumpOptions USUAL =
            new HeapDumpOptions(References.STRONG, Depth.RETAINED, Optional.empty());

    /** Which references count. */
    public enum References {
        /** The referent of a soft, weak, phantom or final reference is not kept by it. */
        STRONG,
        /** Every reference keeps its object. */
        ALL
    }

    /** How much is asked. */
    public enum Depth {
        /**
         * Classes with their instances and bytes, without asking what is reachable. Whoever asks such a dump for one of its
         * objects, or what retains what, gets an {@link IllegalStateException}.
         */
        HISTOGRAM,
        /** Dominators and retained sizes too. */
        RETAINED
    }
}
