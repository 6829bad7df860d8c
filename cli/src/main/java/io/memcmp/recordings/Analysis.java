package io.memcmp.recordings;

import io.memcmp.analysis.AnalysisOptions;
import io.memcmp.analysis.OutsideException;
import io.memcmp.analysis.RecordingAnalyzer;
import io.memcmp.analysis.RecordingInput;
import io.memcmp.analysis.RecordingInputs;
import io.memcmp.analysis.jfr.Loss;
import io.memcmp.analysis.jfr.ReadResult;
import io.memcmp.analysis.jfr.RecordingException;
import io.memcmp.plan.UserError;
import io.memcmp.recordings.Unpacked.NoRoom;
import io.memcmp.recordings.Unpacked.Plain;
import io.memcmp.result.RecordingResult;
import io.memcmp.result.RecordingResult.Source;
import io.memcmp.result.Report;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads recordings one after the other, or all of them as one; what cannot be read is told and stops nothing. */
public final class Analysis {
    private final AnalysisOptions options;
    private final Unpacked unpacked;
    private final ReadingProgress progress;

    /**
     * Reads nothing yet.
     *
     * @param options what is wanted
     * @param unpacked makes plain files of those that are none
     * @param progress hears how far it is
     */
    public Analysis(AnalysisOptions options, Unpacked unpacked, ReadingProgress progress) {
        this.options = options;
        this.unpacked = unpacked;
        this.progress = progress;
    }

    /**
     * {@return what they tell}
     *
     * @param found at least one
     * @param merge whether they are read as one
     * @param tool memcmp's version
     * @param created when it was asked
     */
    public Report.Recordings run(List<Found> found, boolean merge, String tool, Instant created) {
        var results = merge && found.size() > 1 ? List.of(together(found)) : apart(found);
        if (results.size() == 1) {
            refuse(results.getFirst());
        }
        return new Report.Recordings(tool, created, options, merge, results);
    }

    /** Alone there is nothing to report beside it. */
    private static void refuse(RecordingResult only) {
        switch (only) {
            case RecordingResult.Unreadable(var _, var reason) ->
                throw new UserError(reason, "name a file that JFR wrote, or one packed with gzip, or a JFR repository");
            case RecordingResult.Outside(var _, var reason) ->
                throw new UserError(reason, "leave out --from and --to to see what it holds");
            case RecordingResult.Read _ -> {}
        }
    }

    private List<RecordingResult> apart(List<Found> found) {
        var results = new ArrayList<RecordingResult>();
        for (var each : found) {
            try {
                results.add(read(unpacked.of(each), results.size() + 1, found.size()));
            } catch (IOException unreadable) {
                results.add(unreadable(source(each), unreadable, found.size() == 1));
            } finally {
                unpacked.clear();
            }
        }
        return List.copyOf(results);
    }

    private RecordingResult together(List<Found> found) {
        var name = found.size() + " recordings merged";
        try {
            var inputs = new ArrayList<RecordingInput>();
            var names = new HashMap<Path, String>();
            var defects = new ArrayList<String>();
            for (var each : found) {
                var plain = unpacked.of(each);
                inputs.add(plain.input());
                names.putAll(plain.names());
                plain.defect().ifPresent(defects::add);
            }
            return read(Unpacked.plain(RecordingInputs.merged(name, inputs), names, defects), 1, 1);
        } catch (IOException unreadable) {
            var files = found.stream()
                    .flatMap(each -> source(each).files().stream())
                    .toList();
            long bytes = found.stream().mapToLong(Found::bytes).sum();
            return unreadable(new Source(name, files, bytes), unreadable, true);
        } finally {
            unpacked.clear();
        }
    }

    private RecordingResult read(Plain plain, int number, int of) {
        var input = plain.input();
        var source = source(plain);
        progress.started(number, of, source.name(), source.bytes());
        try {
            var profile = RecordingAnalyzer.analyze(input, options, progress::read);
            return new RecordingResult.Read(source, profile, asNamed(profile.read(), plain), plain.defect());
        } catch (RecordingException unreadable) {
            var reason = asNamed(unreadable.getMessage(), plain);
            if (of == 1 && unreadable.getCause() instanceof OutOfMemoryError) {
                throw new UserError(
                        reason, "set it in the variable MEMCMP_JAVA_OPTIONS, for example to -Xmx2g", unreadable);
            }
            return unreadable.getCause() instanceof OutsideException
                    ? new RecordingResult.Outside(source, reason)
                    : new RecordingResult.Unreadable(source, reason);
        } finally {
            progress.ended();
        }
    }

    private static Source source(Plain plain) {
        var files = plain.input().files().stream()
                .map(file -> plain.names().getOrDefault(file, file.toString()))
                .toList();
        return new Source(plain.input().name(), files, new Found.Lying(plain.input()).bytes());
    }

    private static Source source(Found found) {
        var files = switch (found) {
            case Found.Lying(var input) ->
                input.files().stream().map(Path::toString).toList();
            case Found.Piped piped -> List.of(piped.name());
        };
        return new Source(found.name(), files, found.bytes());
    }

    /** A temporary file is nothing that the user knows. */
    private static String asNamed(String text, Plain plain) {
        var named = text;
        for (Map.Entry<Path, String> temporary : plain.names().entrySet()) {
            named = named.replace(temporary.getKey().toString(), temporary.getValue());
        }
        return named;
    }

    private static ReadResult asNamed(ReadResult read, Plain plain) {
        return new ReadResult(
                read.chunks(),
                read.from(),
                read.to(),
                read.eventCounts(),
                read.unknownEvents(),
                read.losses().stream()
                        .map(loss -> new Loss(
                                Path.of(plain.names()
                                        .getOrDefault(loss.file(), loss.file().toString())),
                                loss.offset(),
                                loss.bytes(),
                                loss.reason()))
                        .toList(),
                read.lossCount(),
                read.lostBytes(),
                read.bytes());
    }

    private static RecordingResult unreadable(Source source, IOException problem, boolean alone) {
        if (alone && problem instanceof NoRoom) {
            throw new UserError(
                    reason(problem), "make room, or name another directory in the variable TMPDIR", problem);
        }
        return new RecordingResult.Unreadable(source, reason(problem));
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case AccessDeniedException denied -> "cannot read " + denied.getFile() + ": permission denied";
            case NoSuchFileException gone -> gone.getFile() + " is gone";
            default -> String.valueOf(problem.getMessage()); // whatever else the system says
        };
    }
}
