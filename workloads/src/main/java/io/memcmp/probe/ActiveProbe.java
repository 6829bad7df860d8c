package io.memcmp.probe;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;

/** The probe of a process that was started with the agent. */
final class ActiveProbe extends Probe {

    /**
     * Made known before the recording begins. One that came later would make the recorder describe all event types anew a
     * second after: 3 MB and a tenth of a second of CPU time, often in the middle of a measured window.
     */
    private static final List<Class<? extends Event>> EVENTS = List.of(
            ClassCountEvent.class,
            HiccupsEvent.class,
            LiveSetEvent.class,
            NodeEvent.class,
            OutOfMemoryEvent.class,
            PhaseEvent.class,
            ResultEvent.class,
            SnapshotEvent.class,
            ThreadCpuEvent.class);

    private final Instrumentation instrumentation;
    private final Totals totals;
    private final Optional<Hiccups> hiccups;
    private final LiveSets liveSets = new LiveSets();
    private final HeapDump heapDump;
    private final Optional<Path> oldObjects;

    private ActiveProbe(Options options, Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
        this.totals = new Totals();
        this.heapDump = new HeapDump(options.heapDump());
        this.oldObjects = options.oldObjects();
        this.hiccups = options.hiccup().isZero()
                ? Optional.empty()
                : Optional.of(new Hiccups(options.hiccup(), System.nanoTime()));
    }

    static ActiveProbe start(Options options, Instrumentation instrumentation) {
        var probe = new ActiveProbe(options, instrumentation);
        EVENTS.forEach(FlightRecorder::register);
        FlightRecorder.addPeriodicEvent(SnapshotEvent.class, new ChunkEnd(probe, options.liveSetAtExit()));
        probe.hiccups.ifPresent(Hiccups::start);
        return probe;
    }

    @Override
    public long sizeOf(Object object) {
        return instrumentation.getObjectSize(object);
    }

    @Override
    public Span begin(String name) {
        var event = new PhaseEvent();
        event.name = name;
        event.begin();
        return event::commit;
    }

    @Override
    public void rehearse() {
        heapDump.onlyAtTheQuietPoint();
        totals.rehearse();
        liveSets.rehearse();
        new HiccupsEvent().shouldCommit();
        new OutOfMemoryEvent().shouldCommit();
    }

    // What the probe itself allocates and computes stays outside the window as far as it can: the snapshot is the last
    // thing before it and the first after it.

    @Override
    public void measureBegin() {
        totals.writeThreads(Point.MEASURE_BEGIN);
        totals.writeSnapshot(Point.MEASURE_BEGIN);
        hiccups.ifPresent(thread -> thread.beginWindow(System.nanoTime()));
    }

    @Override
    public void measureEnd() {
        hiccups.ifPresent(thread -> thread.write(Point.MEASURE_END));
        totals.writeSnapshot(Point.MEASURE_END);
        totals.writeThreads(Point.MEASURE_END);
    }

    void chunkEnd() {
        totals.writeSnapshot(Point.CHUNK_END);
        totals.writeThreads(Point.CHUNK_END);
        hiccups.ifPresent(thread -> thread.write(Point.CHUNK_END));
    }

    /** Whatever else is told of the end has been told. */
    void shutDown() {
        heapDump.writeAtExit();
    }

    @Override
    public void liveSet(Point point, Set<String> nodeClasses) {
        liveSets.write(point, nodeClasses);
        if (point == Point.QUIET) {
            heapDump.write();
            oldObjects.ifPresent(OldObjects::write);
        }
    }

    @Override
    public void write(Result result) {
        var event = new ResultEvent();
        event.workload = result.workload();
        event.parameters = result.parameters();
        event.operations = result.operations();
        event.payload = result.payload();
        event.allocated = result.allocated();
        event.live = result.live();
        event.passed = result.passed();
        event.check = result.check();
        event.commit();
    }

    @Override
    public void write(Node node) {
        var event = new NodeEvent();
        event.className = node.className();
        event.fields = node.fields();
        event.instances = node.instances();
        event.payload = node.payload();
        event.size = node.size();
        event.commit();
    }

    @Override
    public void outOfMemory(long elapsedNanos, long operations) {
        var event = new OutOfMemoryEvent();
        event.elapsed = elapsedNanos;
        event.operations = operations;
        event.commit();
    }
}
