package io.memcmp.bench.heap;

import java.util.Locale;

/** What is asked of a reader. */
public enum Question {
    /** Nothing: every record is looked at and forgotten, which no reader of dumps can be faster than. */
    SCAN("all records looked at"),
    /** Instances and bytes of every class. */
    HISTOGRAM("histogram"),
    /** What every object retains; printed are the graph's holder and the twenty that retain most. */
    RETAINED("all retained sizes");

    /** The one object that holds the graph of a dump is of this class. */
    public static final String HOLDER = "io.memcmp.bench.HeapProgram$Held";

    /** How many of those that retain most are asked for. */
    public static final int MOST = 20;

    private final String title;

    Question(String title) {
        this.title = title;
    }

    /** {@return what it is, for a table} */
    String title() {
        return title;
    }

    /** {@return its name on the command line} */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Question parse(String id) {
        for (var question : values()) {
            if (question.id().equals(id)) {
                return question;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
