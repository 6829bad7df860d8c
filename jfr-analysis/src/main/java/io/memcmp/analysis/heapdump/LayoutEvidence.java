package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.LayoutMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how objects are laid out: an array's end under each layout that HotSpot has is held against where the next
 * object begins. One that ends behind that refutes the layout; one that ends right there speaks for it.
 */
final class LayoutEvidence {
    private static final int LARGEST_ALIGNMENT = 256;

    /** One layout, and what speaks for and against it. */
    private static final class Candidate {
        private final LayoutMode mode;
        private final int base;
        private final int wideBase;
        private long agreeing;
        private long disagreeing;

        private Candidate(LayoutMode mode, int base, int wideBase) {
            this.mode = mode;
            this.base = base;
            this.wideBase = wideBase;
        }

        private DumpLayout as(DumpLayout.Evidence evidence) {
            return new DumpLayout(mode, base, wideBase, evidence, agreeing, disagreeing);
        }
    }

    private final List<Candidate> candidates = new ArrayList<>();
    private final boolean addresses;

    /**
     * Starts with every layout that there is.
     *
     * @param alignment of all identifiers
     */
    LayoutEvidence(long alignment) {
        addresses = alignment >= Long.BYTES;
        int aligned = Math.clamp(alignment, Long.BYTES, LARGEST_ALIGNMENT);
        for (boolean oops : new boolean[] {true, false}) {
            candidates.add(new Candidate(new LayoutMode(oops, true, false, aligned), 16, 16));
            candidates.add(new Candidate(new LayoutMode(oops, true, true, aligned), 12, 16));
            // Without compressed class pointers arrays have no gap behind their length since JDK 23.
            candidates.add(new Candidate(new LayoutMode(oops, false, false, aligned), 20, 24));
            candidates.add(new Candidate(new LayoutMode(oops, false, false, aligned), 24, 24));
        }
    }

    /**
     * An array was seen.
     *
     * @param gap from its beginning to that of the next object; 0 when there is none
     */
    void array(FieldKind element, int length, long gap) {
        if (gap == 0 || !addresses) {
            return;
        }
        for (var candidate : candidates) {
            long size = size(element, length, candidate);
            if (size == gap) {
                candidate.agreeing++;
            } else if (size > gap) {
                candidate.disagreeing++;
            }
        }
    }

    /** Adds what was seen of other arrays of the same dump. */
    void add(LayoutEvidence other) {
        for (int place = 0; place < candidates.size(); place++) {
            candidates.get(place).agreeing += other.candidates.get(place).agreeing;
            candidates.get(place).disagreeing += other.candidates.get(place).disagreeing;
        }
    }

    /** {@return how many layouts there are} */
    int candidates() {
        return candidates.size();
    }

    /** {@return bytes of an array under one of the layouts} */
    long size(FieldKind element, int length, int candidate) {
        return size(element, length, candidates.get(candidate));
    }

    /** {@return which of them a layout is} */
    int place(DumpLayout layout) {
        for (int place = 0; place < candidates.size(); place++) {
            var candidate = candidates.get(place);
            if (candidate.mode.equals(layout.mode()) && candidate.base == layout.arrayBase()) {
                return place;
            }
        }
        throw new IllegalArgumentException("not one of these: " + layout);
    }

    private static long size(FieldKind element, int length, Candidate candidate) {
        int bytes = element.bytes(candidate.mode);
        long end = (bytes == Long.BYTES ? candidate.wideBase : candidate.base) + (long) length * bytes;
        long alignment = candidate.mode.objectAlignment(); // a power of two
        return (end + alignment - 1) & -alignment;
    }

    /**
     * {@return the layout that nothing speaks against and most speaks for}
     *
     * @param told what is known otherwise; the addresses have the last word
     */
    DumpLayout layout(Optional<LayoutMode> told) {
        var unrefuted = candidates.stream()
                .filter(candidate -> candidate.disagreeing == 0)
                .toList();
        var asTold = told.flatMap(mode -> unrefuted.stream()
                .filter(candidate -> candidate.mode.equals(mode))
                .max(Comparator.comparingLong(candidate -> candidate.agreeing)));
        if (asTold.isPresent()) {
            return asTold.get().as(DumpLayout.Evidence.TOLD);
        }
        // Of equals the first, which is what HotSpot does unless it is told otherwise.
        return unrefuted.stream()
                .filter(candidate -> candidate.agreeing > 0)
                .reduce((one, other) -> other.agreeing > one.agreeing ? other : one)
                .map(candidate -> candidate.as(DumpLayout.Evidence.ADDRESSES))
                .orElseGet(() -> candidates.getFirst().as(DumpLayout.Evidence.ASSUMED));
    }
}
