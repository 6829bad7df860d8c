package io.memcmp.workloads;

import java.util.List;
import java.util.Map;

/** A program whose memory behaviour is known by construction, so that what is measured can be held against it. */
public abstract class Workload {

    Workload() {}

    /** {@return its name on the command line} */
    public abstract String id();

    /** {@return what it does and shows, in one line} */
    public abstract String summary();

    /** {@return what can be set, with defaults that take a few seconds on two cores} */
    public abstract List<Parameter> parameters();

    /** {@return a heap in MiB in which it runs reasonably with its defaults under every collector that collects} */
    public abstract int defaultHeapMiB();

    /**
     * Finds out whether it could run so, without doing any of its work.
     *
     * @param values parameters by name; the others have their defaults
     * @throws BadArgument when it has no such parameter, or the parameter can have no such value
     */
    public final void check(Map<String, String> values) {
        run(new Arguments(parameters(), values));
    }

    /** {@return one run, which has not allocated anything of size yet} */
    abstract Run run(Arguments arguments);
}
