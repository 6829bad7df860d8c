package io.memcmp.analysis;

import io.memcmp.analysis.allocation.AllocationAnalysis;
import io.memcmp.analysis.gccpu.GcCpuAnalysis;
import io.memcmp.analysis.heap.HeapAnalysis;
import io.memcmp.analysis.heap.LiveSetAnalysis;
import io.memcmp.analysis.jfr.RecordingException;
import io.memcmp.analysis.jvm.JvmAnalysis;
import io.memcmp.analysis.pause.CollectionAnalysis;
import io.memcmp.analysis.pause.PauseAnalysis;
import io.memcmp.analysis.pause.StallAnalysis;
import io.memcmp.analysis.pause.StopAnalysis;
import io.memcmp.analysis.process.ProcessAnalysis;
import io.memcmp.analysis.workload.WorkloadAnalysis;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongConsumer;

/** The way in: one recording, one profile. */
public final class RecordingAnalyzer {
    private final Extent extent = new Extent();
    private final RecordedEvents recorded = new RecordedEvents();
    private final Points points = new Points();
    private final JvmAnalysis jvm = new JvmAnalysis();
    private final PauseAnalysis pauses = new PauseAnalysis();
    private final StopAnalysis stops = new StopAnalysis();
    private final StallAnalysis stalls = new StallAnalysis();
    private final CollectionAnalysis collections = new CollectionAnalysis();
    private final AllocationAnalysis allocation = new AllocationAnalysis();
    private final HeapAnalysis heap = new HeapAnalysis();
    private final LiveSetAnalysis liveSet = new LiveSetAnalysis();
    private final GcCpuAnalysis gcCpu = new GcCpuAnalysis();
    private final ProcessAnalysis process = new ProcessAnalysis();
    private final WorkloadAnalysis workload = new WorkloadAnalysis(liveSet);

    private RecordingAnalyzer() {}

    /**
     * {@return what the recording tells of its measured window, or of all of it where it marks none}
     *
     * @param recording a {@code .jfr} file
     * @throws RecordingException if the file is missing, is no recording, or what it holds makes no sense
     */
    public static RecordingProfile analyze(Path recording) throws RecordingException {
        return analyze(recording, Scope.MEASURED_WINDOW);
    }

    /**
     * {@return what the recording tells of that scope}
     *
     * @param recording a {@code .jfr} file
     * @param scope which part of it
     * @throws RecordingException if the file is missing, is no recording, or what it holds makes no sense
     */
    public static RecordingProfile analyze(Path recording, Scope scope) throws RecordingException {
        var analyzer = new RecordingAnalyzer();
        new RecordingReader(recording, analyzer.extent, analyzer.recorded).read(analyzer.readers());
        try {
            return analyzer.profile(scope);
        } catch (RuntimeException problem) {
            // Each event can be read, and all together make no sense: a window that ends before it begins, say.
            throw new RecordingException(
                    recording + " holds events that make no sense: " + RecordingReader.told(problem), problem);
        }
    }

    /**
     * {@return what the recording tells}
     *
     * @param recording where it lies
     * @param options what is wanted of it
     * @param progress is told how many bytes were read, now and then
     * @throws RecordingException if nothing of it can be read, or what it holds makes no sense
     */
    public static RecordingProfile analyze(RecordingInput recording, AnalysisOptions options, LongConsumer progress)
            throws RecordingException {
        progress.accept(0);
        return analyze(recording.files().getFirst(), options.scope());
    }

    /** {@return every event the analyses need, with the settings they need it recorded with} */
    public static List<RequiredEvent> requiredEvents() {
        var required = new LinkedHashSet<RequiredEvent>();
        for (var reader : new RecordingAnalyzer().readers()) {
            required.addAll(reader.events());
        }
        return List.copyOf(required);
    }

    private List<EventReader> readers() {
        return List.of(
                extent,
                recorded,
                points,
                jvm,
                pauses,
                stops,
                stalls,
                collections,
                allocation,
                heap,
                liveSet,
                gcCpu,
                process,
                workload);
    }

    private RecordingProfile profile(Scope scope) {
        var window = points.window(scope, extent.first(), extent.last());
        var start = jvm.start().orElse(extent.first());
        var totals = points.totals(window, start, recorded.exists("memcmp.Snapshot"));
        var facts = new RecordingFacts(jvm.info(), window, recorded, totals);
        return new RecordingProfile(
                facts.jvm(),
                window,
                pauses.profile(facts),
                stops.profile(facts),
                stalls.profile(facts),
                collections.profile(facts),
                allocation.profile(facts),
                heap.profile(facts),
                liveSet.profile(facts),
                gcCpu.profile(facts),
                process.profile(facts),
                workload.profile(facts),
                extent.completeness(points.endsEarly()));
    }
}
