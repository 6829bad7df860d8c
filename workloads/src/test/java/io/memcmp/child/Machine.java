package io.memcmp.child;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JDK with one of its collectors. */
record Machine(TestJdk jdk, String collector, List<String> flags) {
    /** The slow suites take all there are. */
    private static final boolean EVERY_ONE = Boolean.getBoolean("every.machine");

    static Stream<Machine> all() {
        return TestJdk.found().stream().flatMap(Machine::of);
    }

    /** {@return every collector of the newest JDK, and the one that others choose by themselves}; in the slow suites, all */
    static Stream<Machine> tried() {
        int newest = TestJdk.found().stream().mapToInt(TestJdk::feature).max().orElse(0);
        return all().filter(machine -> EVERY_ONE || machine.jdk.feature() == newest || machine.collector.equals("g1"));
    }

    static Stream<Machine> withCollectors(String... collectors) {
        return all().filter(machine -> List.of(collectors).contains(machine.collector));
    }

    private static Stream<Machine> of(TestJdk jdk) {
        List<Machine> machines = new ArrayList<>(List.of(
                new Machine(jdk, "serial", List.of("-XX:+UseSerialGC")),
                new Machine(jdk, "parallel", List.of("-XX:+UseParallelGC")),
                new Machine(jdk, "g1", List.of("-XX:+UseG1GC")),
                new Machine(jdk, "zgc", List.of("-XX:+UseZGC")),
                new Machine(jdk, "shenandoah", List.of("-XX:+UseShenandoahGC")),
                new Machine(jdk, "epsilon", List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC"))));
        if (jdk.feature() >= 25) {
            machines.add(new Machine(
                    jdk, "shenandoah-gen", List.of("-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational")));
        }
        return machines.stream();
    }

    Machine with(String flag) {
        return new Machine(
                jdk, collector, Stream.concat(flags.stream(), Stream.of(flag)).toList());
    }

    boolean collects() {
        return !collector.equals("epsilon");
    }

    /** Not every build of a JDK has every collector. */
    void assumeItStarted(Child.End end) {
        assumeTrue(
                end.code() != 1 || !end.output().contains("Error occurred during initialization of VM"),
                () -> this + " does not start: " + end.output());
    }

    @Override
    public String toString() {
        return jdk + " " + collector;
    }
}
