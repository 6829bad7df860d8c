package io.memcmp.experiment;

import io.memcmp.analysis.Reading;
import io.memcmp.launch.HostFacts;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.Origin;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Skipped;
import io.memcmp.result.JournalLine;
import io.memcmp.result.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** What is going to happen, and how long that is likely to take. */
public final class Planning {
    private static final Reading UNKNOWN = Reading.absent("unknown until the first block has run");

    private Planning() {}

    /**
     * {@return what a run is going to do}
     *
     * @param tool memcmp's version
     * @param created when the run began
     * @param origin from what it is made
     * @param design how the trials are laid out
     * @param plan the trials
     * @param directory where everything goes
     */
    public static Report.Planned planned(
            String tool, Instant created, Origin origin, Report.Design design, Plan plan, RunDirectory directory) {
        return new Report.Planned(
                tool,
                created,
                origin,
                Stream.concat(plan.cells().stream(), plan.skipped().stream().map(Skipped::cell))
                        .map(Cell::subject)
                        .distinct()
                        .toList(),
                design,
                HostFacts.now(),
                plan,
                directory.path(),
                List.of(),
                UNKNOWN);
    }

    /**
     * {@return the same with every command line, and with a likely duration where trials of it have run}
     *
     * @param planned a plan
     * @param launcher knows the command lines
     * @param directory where the run goes, or has begun
     */
    public static Report.Planned shown(Report.Planned planned, Launcher launcher, RunDirectory directory) {
        return new Report.Planned(
                planned.tool(),
                planned.created(),
                planned.origin(),
                planned.subjects(),
                planned.design(),
                planned.host(),
                planned.plan(),
                planned.directory(),
                planned.plan().trials().stream()
                        .map(trial -> launcher.words(trial, directory.of(trial)))
                        .toList(),
                likely(planned.plan(), finished(directory)));
    }

    private static List<JournalLine> finished(RunDirectory directory) {
        if (!Files.isRegularFile(directory.journal())) {
            return List.of();
        }
        try {
            return new String(Files.readAllBytes(directory.journal()), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> JournalLine.parse(line).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Each trial that has not run takes as long as those of its cell did, or as all did where its cell has not run. */
    private static Reading likely(Plan plan, List<JournalLine> finished) {
        var walls = new HashMap<String, List<Double>>();
        var all = new ArrayList<Double>();
        var done = new HashSet<Name>();
        for (var line : finished) {
            line.wall().value().ifPresent(wall -> {
                walls.computeIfAbsent(line.cell(), _ -> new ArrayList<>()).add(wall);
                all.add(wall);
            });
            done.add(new Name(line.cell(), line.block(), line.attempt()));
        }
        if (all.isEmpty()) {
            return UNKNOWN;
        }
        return Reading.of(plan.trials().stream()
                .filter(trial -> !done.contains(new Name(trial.cell().id(), trial.block(), trial.attempt())))
                .mapToDouble(trial -> mean(walls.getOrDefault(trial.cell().id(), all)))
                .sum());
    }

    /** Names a trial. */
    private record Name(String cell, int block, int attempt) {}

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
