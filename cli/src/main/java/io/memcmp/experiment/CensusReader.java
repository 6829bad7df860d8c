package io.memcmp.experiment;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.census.Census;
import io.memcmp.analysis.census.HeapCensus;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.HeapDumpException;
import io.memcmp.analysis.heapdump.HeapDumpOptions;
import io.memcmp.analysis.heapdump.HeapDumpOptions.Depth;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Collector;
import io.memcmp.plan.HeapDumps;
import io.memcmp.result.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the census off the heap dump that a trial left, and takes the dump away unless it is to stay. */
final class CensusReader {
    private CensusReader() {}

    /** {@return the trial with its census, where one is wanted} */
    static TrialResult read(HeapDumps wanted, TrialResult trial, Path dump) {
        if (!wanted.census()) {
            return trial;
        }
        var counted = trial.with(census(trial, dump));
        if (!wanted.keepsQuiet()) {
            remove(dump);
        }
        return counted;
    }

    private static Observed<Census> census(TrialResult trial, Path dump) {
        if (trial.trial().cell().collector() == Collector.EPSILON) {
            return Observed.missing("Epsilon never collects, so dead objects cannot be told from live ones");
        }
        if (!Files.exists(dump)) {
            return Observed.missing(noDump(trial.outcome()));
        }
        var told = trial.facts()
                .profile()
                .present()
                .flatMap(profile -> profile.jvm().layout().present());
        var options = new HeapDumpOptions(References.STRONG, Depth.RETAINED, told);
        try (var heap = HeapDump.open(dump, options, HeapDumpReading.WITHIN_MEMORY)) {
            var incomplete = heap.facts().incomplete();
            if (incomplete.isPresent()) {
                return Observed.missing("the heap dump is not whole: " + incomplete.get());
            }
            var modes = HeapCensus.modes(
                    heap.facts().layout().mode(), trial.trial().cell().jdk().feature());
            return Observed.of(HeapCensus.of(heap, modes));
        } catch (HeapDumpException | IOException unreadable) {
            return Observed.missing("the heap dump cannot be read: " + unreadable.getMessage());
        } catch (OutOfMemoryError exhausted) {
            return Observed.missing("to read the heap dump needs more memory than memcmp has: " + exhausted.getMessage()
                    + "; MEMCMP_JAVA_OPTIONS=-Xmx2g, for example, gives it more");
        }
    }

    private static String noDump(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _ -> "no JVM of this trial left a heap dump; its standard error may say why";
            case Outcome.OutOfMemory _ -> "memory ran out before the moment of the census";
            case Outcome.TimedOut _, Outcome.Failed _, Outcome.Interrupted _ ->
                "the program ended before the moment of the census";
        };
    }

    /** One that stays although nobody wants it is an annoyance, no reason to lose the trial. */
    private static void remove(Path dump) {
        try {
            Files.deleteIfExists(dump);
        } catch (IOException _) {
            // it lies in the trial's directory, and goes with it
        }
    }
}
