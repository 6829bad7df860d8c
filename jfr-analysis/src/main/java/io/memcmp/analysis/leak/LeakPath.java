package io.memcmp.analysis.leak;

import java.util.List;

/**
 * One way in which sampled objects were held, from a root to the object. Objects of one way differ in their places in arrays
 * and in how often the same field of the same class was followed; none of that is in it.
 *
 * @param root what kind of root it begins at, for example {@code Threads: Stack Variable}
 * @param steps the objects on it, that of the root first, the sampled one last
 * @param samples how many sampled objects were held so
 */
public record LeakPath(String root, List<Step> steps, long samples) {
    /** Copies the list. */
    public LeakPath {
        steps = List.copyOf(steps);
    }

    /**
     * One object on a path.
     *
     * @param className its class in source form; of a class object, {@code class} and the class's name
     * @param reference how the step before refers to it: {@code .table}, {@code []}, {@code static cache}; empty for the
     *     first step, and where it is not known
     */
    public record Step(String className, String reference) {}
}
