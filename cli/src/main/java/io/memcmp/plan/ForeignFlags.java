package io.memcmp.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Options that memcmp itself sets: a program that brings its own would be measured under something else than it says. */
public final class ForeignFlags {
    private record Rule(Pattern flag, String remedy) {}

    private static final String COLLECTOR = "remove it and choose the collector with --gc";
    private static final String HEAP = "remove it and set the heap with --heap";
    private static final String LAYOUT = "remove it and use --headers or --compressed-oops";

    private static final List<Rule> RULES = List.of(
            rule("-XX:[+-]Use(Serial|Parallel|ParallelOld|ConcMarkSweep|G1|Z|Shenandoah|Epsilon)GC", COLLECTOR),
            rule("-XX:ShenandoahGCMode=.*|-XX:[+-]ZGenerational", COLLECTOR),
            rule(
                    "-Xm[xs].*|-XX:(Max|Initial|Min|SoftMax)HeapSize=.*|-XX:MaxRAM=.*|-XX:(Max|Initial|Min)RAM(Percentage|Fraction)=.*",
                    HEAP),
            rule("-XX:[+-]UseCompactObjectHeaders|-XX:[+-]UseCompressedOops", LAYOUT),
            rule(
                    "-XX:StartFlightRecording.*|-XX:FlightRecorderOptions.*",
                    "remove it: memcmp records every trial itself"),
            rule("-XX:(Flags|VMOptionsFile)=.*", "give its options on the command line, so that memcmp can see them"));

    private ForeignFlags() {}

    /**
     * Refuses a program that brings options of memcmp's own.
     *
     * @param options of the program
     * @param where they stand, for the message
     */
    public static void refuse(Collection<String> options, String where) {
        for (var option : options) {
            remedy(option).ifPresent(remedy -> {
                throw new UserError(where + " sets " + option + ", which memcmp sets for every trial", remedy);
            });
        }
    }

    /**
     * {@return whether the option chooses collector, heap or layout}
     *
     * @param option of a JVM
     */
    public static boolean choosesVm(String option) {
        return remedy(option).filter(List.of(COLLECTOR, HEAP, LAYOUT)::contains).isPresent();
    }

    private static Optional<String> remedy(String option) {
        return RULES.stream()
                .filter(rule -> rule.flag().matcher(option).matches())
                .map(Rule::remedy)
                .findFirst();
    }

    private static Rule rule(String flag, String remedy) {
        return new Rule(Pattern.compile(flag), remedy);
    }
}
