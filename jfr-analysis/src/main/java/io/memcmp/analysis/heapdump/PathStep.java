package io.memcmp.analysis.heapdump;

/**
 * One object on a path from a root.
 *
 * @param object its number
 * @param className its class; of a class object, {@code class} and the class's name
 * @param reference how the step before refers to it: {@code .table}, {@code [17]}, {@code static cache}; of the first step
 *     what kind of root it is, for example {@code thread stack}
 */
public record PathStep(int object, String className, String reference) {}
