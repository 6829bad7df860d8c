package io.memcmp.result;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the minimum heap of a cell was sought, and what came of it.
 *
 * @param cell what ran; its heap is the JVM's own choice
 * @param ending what came of it
 * @param tooSmall the largest heap that was found too small; empty where none was
 * @param granule in which steps sizes were told apart; empty where the search did not get so far
 * @param trials every launch, in order
 */
public record HeapSearch(
        Cell cell, Ending ending, Optional<Bytes> tooSmall, Optional<Bytes> granule, List<HeapTrial> trials) {

    /** Copies the list. */
    public HeapSearch {
        trials = List.copyOf(trials);
    }

    /** What came of a search. */
    public sealed interface Ending {

        /**
         * It completed three times of three, in time.
         *
         * @param minimum in this heap
         */
        record Found(Bytes minimum) implements Ending {}

        /**
         * It completed in no heap there was.
         *
         * @param reason in the user's words
         */
        record Never(String reason) implements Ending {}

        /**
         * It cannot be told.
         *
         * @param reason in the user's words
         */
        record Unknown(String reason) implements Ending {}

        /** The user ended the search. */
        record Interrupted() implements Ending {}

        /** {@return its name in reports} */
        default String id() {
            return switch (this) {
                case Found _ -> "found";
                case Never _ -> "never_completes";
                case Unknown _ -> "cannot_determine";
                case Interrupted _ -> "interrupted";
            };
        }
    }

    /** {@return the minimum heap; empty where it was not found} */
    public Optional<Bytes> minimum() {
        return ending instanceof Ending.Found(var minimum) ? Optional.of(minimum) : Optional.empty();
    }

    /** {@return why there is none; empty where there is one} */
    public Optional<String> reason() {
        return switch (ending) {
            case Ending.Found _ -> Optional.empty();
            case Ending.Never(var reason) -> Optional.of(reason);
            case Ending.Unknown(var reason) -> Optional.of(reason);
            case Ending.Interrupted _ ->
                Optional.of(smallestThatFits()
                        .map(heap -> "interrupted; it completed in " + heap.forJvm()
                                + tooSmall.map(small -> " and not in " + small.forJvm())
                                        .orElse(""))
                        .orElse("interrupted before it had completed in any heap"));
        };
    }

    /** {@return the launch whose wall time the others were held against; empty where there was none} */
    public Optional<HeapTrial> reference() {
        return trials.stream()
                .filter(trial -> trial.purpose() == HeapTrial.Purpose.REFERENCE && trial.fits())
                .reduce((_, last) -> last);
    }

    /** {@return how long the reference took} */
    public Optional<Duration> referenceWall() {
        return reference().map(HeapTrial::wall);
    }

    private Optional<Bytes> smallestThatFits() {
        return trials.stream().filter(HeapTrial::fits).map(HeapTrial::heap).min(Bytes::compareTo);
    }
}
