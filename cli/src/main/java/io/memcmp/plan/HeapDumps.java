package io.memcmp.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which heap dumps trials leave, and what for.
 *
 * @param wished when the user wants one to keep; empty for never
 * @param census whether the census of a trial needs one of its quiet point, which nobody keeps
 */
public record HeapDumps(Optional<When> wished, boolean census) {
    /** None. */
    public static final HeapDumps NONE = new HeapDumps(Optional.empty(), false);

    /** When a heap dump is taken. */
    public enum When {
        /** At the quiet point or when the program ends, and when memory runs out. */
        ALWAYS,
        /** When memory runs out, at the first {@code OutOfMemoryError}. */
        ON_OOM;

        /** {@return its name on the command line} */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * {@return the one of that name}
         *
         * @param id its name on the command line
         */
        public static When parse(String id) {
            return Arrays.stream(values())
                    .filter(when -> when.id().equalsIgnoreCase(id))
                    .findFirst()
                    .orElseThrow(() -> UserError.unknown(
                            "moment for a heap dump",
                            id,
                            Arrays.stream(values()).map(When::id).toList()));
        }
    }

    /** {@return whether there is none at all} */
    public boolean none() {
        return wished.isEmpty() && !census;
    }

    /** {@return whether a trial that comes to its quiet point, or to its end, leaves a dump of that moment} */
    public boolean whenQuiet() {
        return census || keepsQuiet();
    }

    /** {@return whether a trial that runs out of memory leaves a dump of that moment} */
    public boolean onOutOfMemory() {
        return wished.isPresent();
    }

    /** {@return whether the dump of the quiet point stays when it has been read} */
    public boolean keepsQuiet() {
        return wished.filter(When.ALWAYS::equals).isPresent();
    }
}
