package io.memcmp.workloads;

/** A parameter that a workload does not have, or a value that it cannot take; the message says which, and what it could be. */
public final class BadArgument extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    BadArgument(String message) {
        super(message);
    }
}
