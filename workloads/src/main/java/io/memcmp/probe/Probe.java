package io.memcmp.probe;

import java.lang.instrument.Instrumentation;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;

/**
 * What memcmp runs inside the measured virtual machine to write into its recording what JFR does not know.
 *
 * <p>It is an agent that any program can carry: it prints nothing on the standard output, leaves no thread that keeps the
 * program alive, and gives up with one line on the standard error rather than harm the program. Bundled workloads find
 * it by {@link #current()}, and find one that does nothing when the agent was not started.
 */
public abstract class Probe {

    private static volatile Probe started; // null until the agent runs

    Probe() {}

    /**
     * Starts the probe; the virtual machine calls this before the program and before the recording begins.
     *
     * @param options {@code key=value;key=value…} as in the recording contract, or null
     * @param instrumentation what knows the sizes of objects
     */
    @SuppressWarnings("CatchingUnchecked") // whatever went wrong, the program is not to suffer from it
    public static void premain(String options, Instrumentation instrumentation) {
        try {
            var parsed = Options.parse(options == null ? "" : options);
            ParentWatch.begin(parsed);
            if (parsed.records()) {
                started = ActiveProbe.start(parsed, instrumentation);
            }
        } catch (Exception | LinkageError e) {
            complain(e);
        }
    }

    /** {@return the probe of this process, or one that does nothing} */
    public static Probe current() {
        Probe probe = started;
        return probe == null ? new NoProbe() : probe;
    }

    /** {@return whether this virtual machine has a collector that never collects} */
    public static boolean neverCollects() {
        return collectorIs("Epsilon");
    }

    static boolean collectorIs(String start) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .anyMatch(name -> name.startsWith(start));
    }

    static void complain(Throwable problem) {
        System.err.println("memcmp probe: " + problem);
    }

    /**
     * {@return the bytes that an object takes in this virtual machine, −1 when unknown}
     *
     * @param object any object
     */
    public abstract long sizeOf(Object object);

    /**
     * Begins a span of the workload's life.
     *
     * @param name what the recording calls it
     * @return the span, which is written when it ends
     */
    public abstract Span begin(String name);

    /** Does once all that the points will do, so that no class is loaded at a point or inside the measured window. */
    public abstract void rehearse();

    /** Takes stock just before the measured window. */
    public abstract void measureBegin();

    /** Takes stock just after the measured window. */
    public abstract void measureEnd();

    /**
     * Collects all garbage, then writes what is reachable.
     *
     * @param point which point this is
     * @param nodeClasses classes that are written however few bytes they have, in source form
     */
    public abstract void liveSet(Point point, Set<String> nodeClasses);

    /**
     * Writes what a workload did.
     *
     * @param result what it did
     */
    public abstract void write(Result result);

    /**
     * Writes what a workload's structure is made of.
     *
     * @param node one kind of object
     */
    public abstract void write(Node node);

    /**
     * Writes that the workload ran out of memory, when it has let go of what it held.
     *
     * @param elapsedNanos since the window began
     * @param operations done until then
     */
    public abstract void outOfMemory(long elapsedNanos, long operations);
}
