package io.memcmp.analysis;

import io.memcmp.analysis.allocation.AllocationAnalysis;
import io.memcmp.analysis.gccpu.GcCpuAnalysis;
import io.memcmp.analysis.heap.HeapAnalysis;
import io.memcmp.analysis.heap.LiveSetAnalysis;
import io.memcmp.analysis.jfr.JfrReader;
import io.memcmp.analysis.jfr.ReadResult;
import io.memcmp.analysis.jfr.RecordingException;
import io.memcmp.analysis.jvm.JvmAnalysis;
import io.memcmp.analysis.leak.GrowthAnalysis;
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
    private static final String MERGED = "several recordings are merged, and each has its own";

    private final DataLoss dataLoss = new DataLoss();
    private final RecordedEvents recorded;
    private final Points points = new Points();
    private final JvmAnalysis jvm = new JvmAnalysis();
    private final PauseAnalysis pauses = new PauseAnalysis();
    private final StopAnalysis stops = new StopAnalysis();
    private final StallAnalysis stalls = new StallAnalysis(stops);
    private final CollectionAnalysis collections = new CollectionAnalysis();
    private final AllocationAnalysis allocation;
    private final HeapAnalysis heap = new HeapAnalysis();
    private final LiveSetAnalysis liveSet = new LiveSetAnalysis();
    private final GrowthAnalysis growth = new GrowthAnalysis();
    private final GcCpuAnalysis gcCpu = new GcCpuAnalysis();
    private final ProcessAnalysis process = new ProcessAnalysis();
    private final WorkloadAnalysis workload = new WorkloadAnalysis(liveSet);
    private final boolean merged;

    private RecordingAnalyzer(AllocationAnalysis allocation, boolean merged) {
        this.allocation = allocation;
        this.merged = merged;
        this.recorded = new RecordedEvents(merged);
    }

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
        return analyze(RecordingInput.of(recording), AnalysisOptions.DEFAULT.with(scope), _ -> {});
    }

    /**
     * {@return what the recording tells} It is read once, and once more before that where the part that counts must be found
     * first: where a probe marked a window, or the part is chosen by time.
     *
     * @param recording where it lies; of merged recordings the measured windows do not count
     * @param options what is wanted of it
     * @param progress is told how many bytes were read, now and then
     * @throws RecordingException if nothing of it can be read, if the part that is wanted does not lie in it (its cause is an
     *     {@link OutsideException} then), if what it holds makes no sense, or if that needs more memory than there is
     */
    public static RecordingProfile analyze(RecordingInput recording, AnalysisOptions options, LongConsumer progress)
            throws RecordingException {
        try {
            var reader = new JfrReader(recording.files());
            var found = ScopeFinder.find(recording, options.scope(), reader);
            var allocation = new AllocationAnalysis(found.window(), options);
            var analyzer = new RecordingAnalyzer(allocation, recording.merged());
            var read = reader.progress(progress).read(analyzer.readers());
            if (read.events() == 0) {
                var why = Completeness.unread(read).map(reason -> " that can be read: " + reason);
                throw new RecordingException(recording.name() + " holds no event" + why.orElse(""));
            }
            var second = allocation.secondLook(read);
            if (second.isPresent()) {
                reader.read(List.of(second.get()));
            }
            return analyzer.profile(found.scope(), read);
        } catch (RuntimeException problem) {
            // Each event can be read, and all together make no sense: a window that ends before it begins, say.
            throw new RecordingException(
                    recording.name() + " holds events that make no sense: " + told(problem), problem);
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            // What it had read is garbage by now: those who read the next recording have all of the memory again.
            throw new RecordingException(
                    recording.name() + " needs more memory than this JVM has: " + remedy(exhausted), exhausted);
        }
    }

    private static String remedy(VirtualMachineError exhausted) {
        return exhausted instanceof StackOverflowError
                ? "-Xss gives it a larger stack"
                : "-Xmx gives it more than " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB";
    }

    private static String told(Throwable problem) {
        var message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }

    /** {@return every event the analyses need, with the settings they need it recorded with} */
    public static List<RequiredEvent> requiredEvents() {
        var required = new LinkedHashSet<RequiredEvent>();
        var allocation = new AllocationAnalysis(ScopeFinder.EVERYTHING.window(), AnalysisOptions.DEFAULT);
        for (var reader : new RecordingAnalyzer(allocation, false).readers()) {
            required.addAll(reader.events());
        }
        return List.copyOf(required);
    }

    private List<EventReader> readers() {
        return List.of(
                dataLoss,
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
                growth,
                gcCpu,
                process,
                workload);
    }

    private RecordingProfile profile(Scope scope, ReadResult read) {
        recorded.counted(read);
        var window = points.window(scope, read.from(), read.to());
        var facts = new RecordingFacts(jvm.info(recorded), window, recorded, totals(scope, window, read));
        return new RecordingProfile(
                facts.jvm(),
                window,
                pauses.profile(facts),
                stops.profile(facts),
                stalls.profile(facts),
                collections.profile(facts),
                allocation.profile(facts),
                heap.profile(facts),
                merged ? Observed.missing(MERGED) : liveSet.profile(facts),
                merged ? Observed.missing(MERGED) : growth.profile(facts),
                gcCpu.profile(facts),
                process.profile(facts),
                merged ? Observed.missing(MERGED) : workload.profile(facts),
                Completeness.of(read, dataLoss, !merged && points.endsEarly()),
                read);
    }

    private Totals totals(Scope scope, Window window, ReadResult read) {
        boolean probed = recorded.exists("memcmp.Snapshot");
        if (!probed) {
            return Totals.none(Totals.NO_PROBE);
        }
        if (merged) {
            return Totals.none(MERGED);
        }
        return scope instanceof Scope.Between
                ? Totals.none(Totals.PART)
                : points.totals(window, jvm.start().orElse(read.from()));
    }
}
