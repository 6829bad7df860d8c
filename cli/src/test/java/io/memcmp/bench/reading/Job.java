package io.memcmp.bench.reading;

import java.util.Locale;

/** What is asked of every reader. */
public enum Job {
    /** Every event counted by its type; pauses; allocation by class and top frame. */
    FULL("full job: events by type, pauses, allocation by class and top frame"),
    /** Of the collections, the pauses alone. */
    GC("GC events only: pauses and their sums"),
    /** Nothing at all but to come to the end: what no reader can be faster than. */
    WALK("walk only");

    /** The duration of a pause. */
    public static final String PAUSE = "jdk.GCPhasePause";
    /** Holds {@link #SUM_OF_PAUSES}. */
    public static final String COLLECTION = "jdk.GarbageCollection";
    /** Holds {@link #WEIGHT} and {@link #OBJECT_CLASS}. */
    public static final String ALLOCATION = "jdk.ObjectAllocationSample";

    public static final String SUM_OF_PAUSES = "sumOfPauses";
    public static final String WEIGHT = "weight";
    public static final String OBJECT_CLASS = "objectClass";

    private final String title;

    Job(String title) {
        this.title = title;
    }

    /** {@return what it is, for the heading of a table} */
    String title() {
        return title;
    }

    /** {@return its name on the command line} */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Job parse(String id) {
        for (var job : values()) {
            if (job.id().equals(id)) {
                return job;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
