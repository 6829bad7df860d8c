package io.memcmp.workloads;

import com.sun.management.OperatingSystemMXBean;
import io.memcmp.probe.Point;
import io.memcmp.probe.Probe;
import io.memcmp.probe.Result;
import io.memcmp.probe.Span;
import java.lang.management.ManagementFactory;
import java.util.Set;

/** The life of a bundled workload, and what is written about it. */
final class Harness {

    static final int DONE = 0;
    static final int OUT_OF_MEMORY = 3;
    static final int CHECK_FAILED = 4;

    private final Workload workload;
    private final Arguments arguments;
    private final Run run;
    private final Probe probe = Probe.current();
    private final Sizes sizes = new Sizes(probe);
    private final Window window = new Window();

    Harness(Workload workload, Arguments arguments) {
        this.workload = workload;
        this.arguments = arguments;
        this.run = workload.run(arguments);
    }

    /** {@return the exit code} */
    int live() throws InterruptedException {
        try {
            var kinds = setUp();
            phase("baseline", () -> probe.liveSet(Point.BASELINE, kinds));
            measure();
            phase("quiet", () -> probe.liveSet(Point.QUIET, kinds));
            boolean passed = writeResult();
            phase("teardown", run::drop);
            printLastLine(passed);
            return passed ? DONE : CHECK_FAILED;
        } catch (OutOfMemoryError e) {
            run.drop(); // first of all: whatever follows may need memory
            return outOfMemory();
        }
    }

    private void phase(String name, Runnable body) {
        Span span = probe.begin(name);
        body.run();
        span.end();
    }

    /** {@return the classes to count}; also loads and runs once what is needed when there may be no memory left */
    private Set<String> setUp() {
        Span span = probe.begin("setup");
        probe.rehearse();
        window.rehearse();
        run.drop(); // there is nothing to drop yet, but the code that does it must be ready when memory has run out
        lastLine(true);
        var kinds = run.inventory(sizes).classNames();
        span.end();
        return kinds;
    }

    private void measure() throws InterruptedException {
        window.open();
        run.measure();
        window.close();
    }

    private boolean writeResult() {
        var inventory = run.inventory(sizes);
        var check = run.check();
        probe.write(new Result(
                workload.id(),
                arguments.toString(),
                run.operations(),
                inventory.payload(),
                inventory.allocated(),
                inventory.live(),
                check.passed(),
                check.compared()));
        inventory.kinds().forEach(kind -> probe.write(kind.node()));
        return check.passed();
    }

    private int outOfMemory() {
        window.close();
        probe.outOfMemory(window.wall, run.operations());
        printLastLine(run.outOfMemoryIsTheAnswer());
        return OUT_OF_MEMORY;
    }

    private void printLastLine(boolean passed) {
        System.out.println(lastLine(passed));
    }

    private String lastLine(boolean passed) {
        return "memcmp-workload " + workload.id() + " operations=" + run.operations() + " window_wall_ns=" + window.wall
                + " window_cpu_ns=" + window.cpu + " check=" + (passed ? "passed" : "failed");
    }

    /** The measured window, with clocks of its own, so that it is known without any recording too. */
    private final class Window {

        private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private boolean open;
        private Span span;
        private long wall;
        private long cpu;

        private void rehearse() {
            system.getProcessCpuTime();
            System.nanoTime();
        }

        private void open() {
            probe.measureBegin();
            span = probe.begin("measure");
            open = true;
            cpu = system.getProcessCpuTime();
            wall = System.nanoTime();
        }

        /** Does nothing when it is not open: memory may have run out before the window, or after it. */
        private void close() {
            if (open) {
                wall = System.nanoTime() - wall;
                cpu = system.getProcessCpuTime() - cpu;
                open = false;
                span.end();
                probe.measureEnd();
            }
        }
    }
}
