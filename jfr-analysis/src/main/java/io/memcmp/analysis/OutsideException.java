package io.memcmp.analysis;

/** The recording can be read, but the part that was asked for does not lie in it; the message says how far it reaches. */
public final class OutsideException extends Exception {
    private static final long serialVersionUID = 1L;

    OutsideException(String message) {
        super(message);
    }
}
