package io.memcmp.analysis.jfr;

import java.util.Objects;

/** The file is no recording that can be read and understood; the message names the file and what is wrong with it. */
public final class RecordingException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message which file and what is wrong with it, without a capital
     */
    public RecordingException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and what the reader met.
     *
     * @param message which file and what is wrong with it, without a capital
     * @param cause what the reader met
     */
    public RecordingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@return which file and what is wrong with it} */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
