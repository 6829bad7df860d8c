package io.memcmp.analysis.jfr;

/**
 * A method as the recording names it.
 *
 * @param type its class as {@code java.lang.Class.getName} would: {@code java.util.Map$Entry}; {@code unknown} where it is
 *     lost
 * @param name its name; {@code unknown} where it is lost
 * @param descriptor its parameters and result as in a class file; empty where it is lost
 */
public record Method(String type, String name, String descriptor) {
    static final String UNKNOWN = "unknown";

    /** What stands for a method that the recording names nowhere. */
    static final Method LOST = new Method(UNKNOWN, UNKNOWN, "");
}
