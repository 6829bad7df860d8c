package io.memcmp.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A garbage collector: how it is typed, and how a JVM is told to use it. */
public enum Collector {
    /** One thread, stop the world. */
    SERIAL("one thread, stops the program for every collection"),
    /** Many threads, stop the world. */
    PARALLEL("all cores, stops the program for every collection"),
    /** Regions, mostly concurrent marking, pauses with a goal. */
    G1("regions; marks beside the program, evacuates in pauses with a goal"),
    /** Concurrent, coloured pointers; of two generations where the JDK has them. */
    ZGC("concurrent; pauses below a millisecond, threads may stall"),
    /** Concurrent, one generation. */
    SHENANDOAH("concurrent; short pauses, threads are slowed down by pacing"),
    /** Concurrent, two generations. */
    SHENANDOAH_GEN("the same with two generations, JDK 24 and later"),
    /** Never collects. */
    EPSILON("never collects: what the program would cost without a collector");

    private final String summary;

    Collector(String summary) {
        this.summary = summary;
    }

    /** {@return its name on the command line and in reports} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what it is, in one line} */
    public String summary() {
        return summary;
    }

    /** {@return the names of all collectors} */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Collector::id).toList();
    }

    /**
     * {@return the collector of that name}
     *
     * @param id as typed
     */
    public static Collector parse(String id) {
        return Arrays.stream(values())
                .filter(collector -> collector.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> UserError.unknown("collector", id, ids()));
    }

    /**
     * {@return the options that make a JVM use it} Whether the JVM can is found by asking it.
     *
     * @param feature the JDK's feature release
     */
    public List<String> flags(int feature) {
        return switch (this) {
            case SERIAL -> List.of("-XX:+UseSerialGC");
            case PARALLEL -> List.of("-XX:+UseParallelGC");
            case G1 -> List.of("-XX:+UseG1GC");
            // Two generations exist from 21, are the default from 23 and the only mode from 24.
            case ZGC ->
                feature == 21 || feature == 22 ? List.of("-XX:+UseZGC", "-XX:+ZGenerational") : List.of("-XX:+UseZGC");
            case SHENANDOAH -> List.of("-XX:+UseShenandoahGC");
            // Experimental in 24; the unlocking option must precede.
            case SHENANDOAH_GEN ->
                List.of(
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:+UseShenandoahGC",
                        "-XX:ShenandoahGCMode=generational");
            // Epsilon exits at once when memory runs out unless told otherwise; a crash keeps the recording.
            case EPSILON ->
                List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC", "-XX:+CrashOnOutOfMemoryError");
        };
    }
}
