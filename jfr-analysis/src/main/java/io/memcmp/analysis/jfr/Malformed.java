package io.memcmp.analysis.jfr;

/** Bytes that make no sense. Unchecked, as it passes through visitors; caught where it is known what can be saved. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message, null, false, false);
    }

    /** What is wrong, as part of a sentence. */
    String reason() {
        var message = getMessage();
        return message == null ? "makes no sense" : message;
    }
}
