package io.memcmp.result;

/**
 * An object of a heap dump.
 *
 * @param name its class; of a class object {@code class} and the name of the class
 * @param address where it was, or the identifier that the dump gives it
 * @param bytes its shallow size
 * @param retained bytes that would be free if it were
 */
public record DumpObject(String name, long address, long bytes, long retained) {
    /** {@return the address as people write it} */
    public String at() {
        return at(address);
    }

    /**
     * {@return an address as people write it}
     *
     * @param address any
     */
    public static String at(long address) {
        return "0x" + Long.toHexString(address);
    }
}
