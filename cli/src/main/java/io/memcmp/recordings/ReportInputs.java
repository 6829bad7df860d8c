package io.memcmp.recordings;

import io.memcmp.analysis.AnalysisOptions;
import io.memcmp.analysis.Scope;
import io.memcmp.plan.UserError;
import io.memcmp.result.ReadReport;
import io.memcmp.result.ReportJson;
import io.memcmp.result.ReportReader;
import io.memcmp.result.ShortNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Reads whatever holds trials: reports, run directories, recordings and directories of them. */
public final class ReportInputs {
    private static final AnalysisOptions FIGURES = new AnalysisOptions(Scope.MEASURED_WINDOW, 1, 1, false);
    private static final String REMEDY =
            "name a report.json, a run directory, a .jfr recording or a directory that holds"
                    + " some, or - for a report on standard input";

    private final InputStream in;
    private final Unpacked unpacked;
    private final ReadingProgress progress;
    private final String tool;
    private final List<Path> files = new ArrayList<>();

    /**
     * Reads nothing yet.
     *
     * @param in what {@code -} stands for
     * @param unpacked makes plain files of packed recordings
     * @param progress hears how far it is
     * @param tool memcmp's version
     */
    public ReportInputs(InputStream in, Unpacked unpacked, ReadingProgress progress, String tool) {
        this.in = in;
        this.unpacked = unpacked;
        this.progress = progress;
        this.tool = tool;
    }

    /**
     * {@return what they hold, each under a name of its own}
     *
     * @param words as the user typed them
     */
    public List<ReadReport> read(List<String> words) {
        if (words.stream().filter(Found.STANDARD_INPUT::equals).count() > 1) {
            throw new UserError("- is named twice", "standard input can be read once; name files");
        }
        var shortNames = ShortNames.of(words);
        var taken = new HashMap<String, Integer>();
        var reports = new ArrayList<ReadReport>();
        for (var word : words) {
            var label = shortNames.getOrDefault(word, word);
            int times = taken.merge(label, 1, Integer::sum);
            reports.add(read(word).labelled(times == 1 ? label : label + " (" + times + ")"));
        }
        return List.copyOf(reports);
    }

    /** {@return the files that were read, which nothing may be written over} */
    public List<Path> files() {
        return List.copyOf(files);
    }

    private ReadReport read(String word) {
        if (word.equals(Found.STANDARD_INPUT)) {
            return ReportReader.stream("standard input", in);
        }
        try {
            var path = Path.of(word);
            if (!Files.exists(path)) {
                throw new UserError("no such report: " + word, REMEDY);
            }
            if (Files.isDirectory(path)) {
                if (ReportReader.isRun(path)) {
                    files.addAll(ReportReader.filesOf(path));
                    return ReportReader.directory(word, path);
                }
                return recordings(word);
            }
            if (ReportReader.isJournal(path) || holdsJson(path)) {
                files.add(path);
                return ReportReader.file(word, path);
            }
            return recordings(word);
        } catch (InvalidPathException none) {
            throw new UserError("no such report: " + word, REMEDY, none);
        }
    }

    /** Recordings take the same way as a report of them that {@code memcmp analyze} wrote. */
    private ReadReport recordings(String word) {
        var found = Found.of(List.of(word), _ -> {});
        files.addAll(Found.files(found));
        var report = new Analysis(FIGURES, unpacked, progress).run(found, false, tool, Instant.EPOCH);
        return ReportReader.document(word, ReportJson.document(report));
    }

    private static boolean holdsJson(Path file) {
        try (var stream = Files.newInputStream(file)) {
            int first = stream.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = stream.read();
            }
            return first == '{' || first == '[';
        } catch (IOException unreadable) {
            throw new UserError(
                    "cannot read " + file + ": "
                            + (unreadable instanceof java.nio.file.AccessDeniedException
                                    ? "permission denied"
                                    : unreadable.getMessage()),
                    "name a file that you may read",
                    unreadable);
        }
    }
}
