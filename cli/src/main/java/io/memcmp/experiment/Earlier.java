package io.memcmp.experiment;

import io.memcmp.launch.Launched;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Trial;
import io.memcmp.plan.UserError;
import io.memcmp.result.JournalLine;
import io.memcmp.result.TrialResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Trials that an earlier sitting of this run finished. What was seen from outside stands in the journal; recordings are read
 * again, so that a resumed run says what an uninterrupted one says.
 */
final class Earlier {
    private final RunDirectory directory;
    private final Map<Trial, JournalLine> lines;

    private Earlier(RunDirectory directory, Map<Trial, JournalLine> lines) {
        this.directory = directory;
        this.lines = lines;
    }

    static Earlier none(RunDirectory directory) {
        return new Earlier(directory, Map.of());
    }

    /**
     * {@return what the journal tells} What a crash or Ctrl-C cut off is taken out of it: a line without its end, a trial
     * that was interrupted, one whose recording is gone.
     */
    static Earlier read(RunDirectory directory, Plan plan, Launcher launcher) throws IOException {
        var cells = plan.cells().stream().collect(Collectors.toMap(Cell::id, Function.identity()));
        // What was cut off may have been cut inside a character.
        var text = new String(Files.readAllBytes(directory.journal()), StandardCharsets.UTF_8);
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        var kept = new ArrayList<String>();
        var lines = new LinkedHashMap<Trial, JournalLine>();
        for (var line : whole.lines().toList()) {
            var told = JournalLine.parse(line)
                    .orElseThrow(() -> new UserError(
                            "cannot resume " + directory.path() + ": its journal is damaged",
                            "start a new run; the finished trials' recordings can be read with memcmp analyze"));
            var cell = cells.get(told.cell());
            if (cell == null) {
                throw new UserError(
                        "cannot resume " + directory.path() + ": its journal names a cell that is not planned: "
                                + told.cell(),
                        "start a new run");
            }
            var trial = new Trial(cell, told.block(), told.attempt());
            if (finished(told, directory.of(trial).recording())) {
                lines.put(trial, told);
                kept.add(line);
                launcher.remember(told.noise());
            }
        }
        var rest = kept.stream().map(line -> line + "\n").collect(Collectors.joining());
        if (!rest.equals(text)) {
            replace(directory.journal(), rest);
        }
        return new Earlier(directory, lines);
    }

    private static boolean finished(JournalLine line, Path recording) {
        return !(line.outcome() instanceof Outcome.Interrupted) && (!line.recorded() || Files.exists(recording));
    }

    private static void replace(Path journal, String text) throws IOException {
        var fresh = journal.resolveSibling(journal.getFileName() + ".new");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    int count() {
        return lines.size();
    }

    /** {@return the trial's result; empty where it has not run} */
    Optional<TrialResult> of(Trial trial) {
        return Optional.ofNullable(lines.get(trial)).map(line -> result(trial, line));
    }

    private TrialResult result(Trial trial, JournalLine line) {
        var files = directory.of(trial);
        var launched = new Launched(
                line.outcome(),
                line.wall(),
                line.cpu(),
                line.peakResident(),
                files,
                Files.exists(files.recording()),
                line.salvaged(),
                line.noise(),
                List.copyOf(line.remarks()));
        return TrialReader.read(trial, launched).with(line.census());
    }
}
