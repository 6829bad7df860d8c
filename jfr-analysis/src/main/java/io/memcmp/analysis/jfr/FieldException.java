package io.memcmp.analysis.jfr;

/**
 * An event does not have a field that was asked for, or has it as another kind. Where a visitor lets it pass, the reader
 * goes on with the next event and counts this one as lost.
 */
public final class FieldException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    FieldException(String message) {
        super(message);
    }
}
