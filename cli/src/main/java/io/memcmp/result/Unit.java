package io.memcmp.result;

/** What a metric is counted in; figures are kept in it and scaled only when they are printed. */
public enum Unit {
    /** Nanoseconds. */
    NANOSECONDS("ns"),
    /** Bytes. */
    BYTES("bytes"),
    /** Bytes per second. */
    BYTES_PER_SECOND("bytes/s"),
    /** Bytes per second of what changes slowly; printed by the minute or the hour. */
    GROWTH("bytes/s"),
    /** Bytes held for seconds. */
    BYTE_SECONDS("bytes*s"),
    /** A number of things. */
    COUNT("count"),
    /** A part of a whole, 0 to 1. */
    RATIO("ratio");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** {@return its name in reports} */
    public String symbol() {
        return symbol;
    }
}
