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
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Whatever holds trials: reports, run directories, recordings and directories of them. */
public final class ReportInputs {
    private static final AnalysisOptions FIGURES = new AnalysisOptions(Scope.MEASURED_WINDOW, 1, 1, false);
    private static final String REMEDY =
            "name a report.json, a run directory, a .jfr recording or a directory that holds"
                    + " some, or - for a report on standard input";

    private final List<Located> located;

    /** What a word of the user's leads to. */
    private sealed interface Located {
        String word();

        record Piped(String word) implements Located {}

        record Run(String word, Path directory) implements Located {}

        record Document(String word, Path file) implements Located {}

        record Recordings(String word, List<Found> found) implements Located {}
    }

    private ReportInputs(List<Located> located) {
        this.located = located;
    }

    /**
     * {@return what these words lead to; nothing of it is read yet}
     *
     * @param words as the user typed them
     */
    public static ReportInputs find(List<String> words) {
        if (words.stream().filter(Found.STANDARD_INPUT::equals).count() > 1) {
            throw new UserError("- is named twice", "standard input can be read once; name files");
        }
        return new ReportInputs(words.stream().map(ReportInputs::locate).toList());
    }

    private static Located locate(String word) {
        if (word.equals(Found.STANDARD_INPUT)) {
            return new Located.Piped(word);
        }
        try {
            var path = Path.of(word);
            if (!Files.exists(path)) {
                throw new UserError("no such report: " + word, REMEDY);
            }
            if (Files.isDirectory(path)) {
                return ReportReader.isRun(path) ? new Located.Run(word, path) : recordings(word);
            }
            return ReportReader.isJournal(path) || holdsJson(path)
                    ? new Located.Document(word, path)
                    : recordings(word);
        } catch (InvalidPathException none) {
            throw new UserError("no such report: " + word, REMEDY, none);
        }
    }

    private static Located recordings(String word) {
        return new Located.Recordings(word, Found.of(List.of(word), _ -> {}));
    }

    /** {@return the files that will be read, which nothing may be written over} */
    public List<Path> files() {
        return located.stream()
                .flatMap(each -> switch (each) {
                    case Located.Piped _ -> Stream.of(Path.of("/dev/stdin"));
                    case Located.Run(var _, var directory) -> ReportReader.filesOf(directory).stream();
                    case Located.Document(var _, var file) -> Stream.of(file);
                    case Located.Recordings(var _, var found) -> Found.files(found).stream();
                })
                .toList();
    }

    /**
     * {@return what they hold, each under a name of its own}
     *
     * @param in what {@code -} stands for
     * @param unpacked makes plain files of packed recordings
     * @param progress hears how far it is
     * @param tool memcmp's version
     */
    public List<ReadReport> read(InputStream in, Unpacked unpacked, ReadingProgress progress, String tool) {
        var shortNames = ShortNames.of(located.stream()
                .map(each -> each.word().replaceAll("(?<=[^/])/+$", ""))
                .toList());
        var taken = new HashMap<String, Integer>();
        var reports = new ArrayList<ReadReport>();
        for (var each : located) {
            var report = switch (each) {
                case Located.Piped _ -> ReportReader.stream("standard input", in);
                case Located.Run(var word, var directory) -> ReportReader.directory(word, directory);
                case Located.Document(var word, var file) -> ReportReader.file(word, file);
                case Located.Recordings(var word, var found) -> {
                    // They take the same way as a report of them that memcmp analyze wrote.
                    var read = new Analysis(FIGURES, unpacked, progress).run(found, false, tool, Instant.EPOCH);
                    yield ReportReader.document(word, ReportJson.document(read));
                }
            };
            var word = each.word().replaceAll("(?<=[^/])/+$", "");
            var label = each instanceof Located.Piped ? "stdin" : shortNames.getOrDefault(word, word);
            int times = taken.merge(label, 1, Integer::sum);
            reports.add(report.labelled(times == 1 ? label : label + " (" + times + ")"));
        }
        return List.copyOf(reports);
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
                            + (unreadable instanceof AccessDeniedException
                                    ? "permission denied"
                                    : unreadable.getMessage()),
                    "name a file that you may read",
                    unreadable);
        }
    }
}
