package io.memcmp.result;

/**
 * An object on a path from a root.
 *
 * @param reference how the step before refers to it; of the first step, what kind of root it is
 * @param name its class; of a class object {@code class} and the name of the class
 * @param address where it was
 */
public record DumpStep(String reference, String name, long address) {}
