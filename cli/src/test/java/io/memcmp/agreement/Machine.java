package io.memcmp.agreement;

import io.memcmp.launch.JdkFinder;
import io.memcmp.launch.VmProbe;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A JDK of this machine with one of the collectors it has. */
record Machine(Jdk jdk, Collector collector) {
    private static final Subject NOTHING = new Subject.JavaProgram("java", List.of(), List.of("-version"));

    /** One that stops the world and one that works beside the program. */
    private static final Set<Collector> REPRESENTATIVE = Set.of(Collector.SERIAL, Collector.ZGC);

    static Stream<Machine> all() {
        var features = new HashSet<Integer>();
        var probe = new VmProbe();
        return JdkFinder.ofThisProcess().all().stream()
                .filter(jdk -> jdk.feature() >= Jdk.OLDEST_MEASURED && features.add(jdk.feature()))
                .flatMap(jdk -> Stream.of(Collector.values()).map(collector -> new Machine(jdk, collector)))
                .filter(machine -> probe.apply(machine.cell(NOTHING, Heap.OF_JVM, Layout.DEFAULT))
                        .isEmpty());
    }

    /** {@return two collectors of the newest JDK, and the one that others choose by themselves} */
    static Stream<Machine> representative() {
        var all = all().toList();
        int newest =
                all.stream().mapToInt(machine -> machine.jdk.feature()).max().orElse(0);
        return all.stream()
                .filter(machine -> machine.jdk.feature() == newest
                        ? REPRESENTATIVE.contains(machine.collector)
                        : machine.collector == Collector.G1);
    }

    Cell cell(Subject subject, Heap heap, Layout layout) {
        return new Cell(subject, collector, jdk, heap, layout, List.of());
    }

    boolean collects() {
        return collector != Collector.EPSILON;
    }

    @Override
    public String toString() {
        return collector.id() + " on JDK " + jdk.feature();
    }
}
