package io.memcmp.experiment;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.heapdump.DominatorOutline;
import io.memcmp.analysis.heapdump.DumpProgress;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.HeapDumpException;
import io.memcmp.analysis.heapdump.HeapDumpOptions;
import io.memcmp.analysis.heapdump.LeakSuspects;
import io.memcmp.analysis.heapdump.PathStep;
import io.memcmp.analysis.heapdump.Reachability;
import io.memcmp.launch.Memory;
import io.memcmp.result.HeapFindings;
import io.memcmp.result.HeapFindings.Moment;
import io.memcmp.result.HeapFindings.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a heap dump of a trial tells: what holds an unusual share of it, and which objects retain most. */
final class HeapDumpReading {
    private static final int MOST_SUSPECTS = 3;
    private static final int MOST_DOMINATORS = 5;

    /** Nobody is asked here whether a machine without memory for it may try. */
    static final DumpProgress WITHIN_MEMORY = new DumpProgress() {
        @Override
        public void needs(long bytes) throws HeapDumpException {
            if (bytes > Memory.leftOfHeap()) {
                throw new HeapDumpException("it takes %d MiB of memory, and memcmp's Java heap may grow by %d"
                        .formatted(bytes >> 20, Memory.leftOfHeap() >> 20));
            }
        }
    };

    private HeapDumpReading() {}

    /**
     * {@return what it tells, or why it cannot be read}
     *
     * @param file the dump
     * @param moment when it was taken
     * @param profile of the trial's recording, which tells how the virtual machine laid objects out
     */
    static Observed<HeapFindings> read(Path file, Moment moment, Optional<RecordingProfile> profile) {
        var layout = profile.flatMap(told -> told.jvm().layout().present());
        var options = new HeapDumpOptions(HeapDumpOptions.References.STRONG, HeapDumpOptions.Depth.RETAINED, layout);
        try (var dump = HeapDump.open(file, options, WITHIN_MEMORY)) {
            return Observed.of(new HeapFindings(
                    file.toString(),
                    moment,
                    dump.total(Reachability.STRONG),
                    dump.total(Reachability.UNREACHABLE),
                    suspects(dump),
                    dominators(dump),
                    dump.facts().incomplete()));
        } catch (IOException | HeapDumpException unreadable) {
            return Observed.missing("the heap dump cannot be read: " + unreadable.getMessage());
        } catch (OutOfMemoryError exhausted) {
            return Observed.missing("to read the heap dump needs more memory than memcmp has: " + exhausted.getMessage()
                    + "; read it with memcmp heap " + file + " where there is more");
        }
    }

    private static List<HeapFindings.Suspect> suspects(HeapDump dump) throws IOException {
        var suspects = new ArrayList<HeapFindings.Suspect>();
        for (var suspect : LeakSuspects.of(dump, DominatorOutline.of(dump), LeakSuspects.UNUSUAL)) {
            if (suspects.size() < MOST_SUSPECTS) {
                suspects.add(suspect(dump, suspect));
            }
        }
        return suspects;
    }

    private static HeapFindings.Suspect suspect(HeapDump dump, LeakSuspects.Suspect suspect) {
        return new HeapFindings.Suspect(
                suspect.name(),
                suspect.instances(),
                suspect.retained(),
                suspect.share(),
                suspect.holders().stream().map(HeapDumpReading::holder).toList(),
                suspect.accumulation().contents().stream()
                        .map(content -> new HeapFindings.Content(content.name(), content.instances(), content.bytes()))
                        .toList(),
                steps(dump, suspect.path()),
                suspect.reason());
    }

    private static HeapFindings.Holder holder(LeakSuspects.Holder holder) {
        return new HeapFindings.Holder(holder.kind().text(), holder.name(), holder.field());
    }

    private static List<Step> steps(HeapDump dump, List<PathStep> path) {
        return path.stream()
                .map(step -> new Step(step.className(), step.reference(), dump.retainedBy(step.object())))
                .toList();
    }

    private static List<Step> dominators(HeapDump dump) {
        var steps = new ArrayList<Step>();
        for (int object : dump.dominatedBy(HeapDump.NONE, MOST_DOMINATORS)) {
            steps.add(new Step(dump.nameOf(object), "", dump.retainedBy(object)));
        }
        return steps;
    }
}
