package io.memcmp.analysis.layout;

import java.util.Objects;

/** A class cannot be laid out; the message names the file or the class, and what is wrong with it. */
public final class ClassFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message which file or class and what is wrong with it, without a capital
     */
    public ClassFileException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and what the reader met.
     *
     * @param message which file or class and what is wrong with it, without a capital
     * @param cause what the reader met
     */
    public ClassFileException(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@return which file or class and what is wrong with it} */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
