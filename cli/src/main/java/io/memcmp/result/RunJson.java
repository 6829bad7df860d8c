package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Skipped;
import io.memcmp.plan.Subject;
import io.memcmp.stats.Drift;
import java.util.LinkedHashMap;
import java.util.Locale;

/** A run as JSON: what was measured, every trial's readings, and what they come to. */
final class RunJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RunJson() {}

    static ObjectNode of(Report.Run run) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/run/1");
        node.put("tool_version", run.tool());
        node.put("created_at", run.created().toString());
        node.put("directory", run.directory().toString());
        node.put("interrupted", run.interrupted());
        node.set("subject", subject(run.subjects().getFirst()));
        var subjects = node.putArray("subjects");
        run.subjects().forEach(subject -> subjects.add(subject(subject)));
        node.set("design", PlanJson.design(run.design()));
        node.set("origin", PlanJson.origin(run.conduct().origin()));
        node.put("blocks_begun", run.conduct().blocks());
        node.put("disturbed_trials", run.conduct().disturbed());
        node.put("repeated_trials", run.conduct().repeated());
        node.put("noisy", run.conduct().noisy());
        node.put("resumed", run.conduct().resumed());
        node.set("drift", Readings.json(run.conduct().drift(), RunJson::drift));
        node.set("host", ReportJson.host(run.host()));
        node.set("metrics", ReportJson.metrics());
        var cells = node.putArray("cells");
        run.cells().forEach(cell -> cells.add(cell(cell)));
        var skipped = node.putArray("skipped");
        run.skipped().forEach(each -> skipped.add(skipped(each)));
        FindingsJson.add(run, node);
        node.set("gc_cost", gcCost(run));
        node.set("growth_agreement", GrowthJson.agreements(run));
        node.set("census_predictions", ForecastJson.of(run));
        return node;
    }

    private static JsonNode gcCost(Report.Run run) {
        var ids = new LinkedHashMap<CellKey, String>();
        run.cells().forEach(cell -> ids.put(CellKey.of(cell.cell()), cell.cell().id()));
        return Readings.json(run.findings().gcCost(), new GcCostJson(ids)::of);
    }

    private static ObjectNode drift(Drift drift) {
        var node = NODES.objectNode();
        node.put("change", drift.change());
        node.put("correlation", drift.correlation());
        node.put("p", drift.p());
        return node;
    }

    static ObjectNode subject(Subject subject) {
        var node = NODES.objectNode();
        switch (subject) {
            case Subject.Bundled(var workload, var parameters) -> {
                node.put("kind", "workload");
                node.put("workload", workload);
                var given = node.putObject("parameters");
                parameters.forEach(given::put);
            }
            case Subject.JavaProgram(var launcher, var options, var program) -> {
                node.put("kind", "java");
                var command = ReportJson.strings(options);
                command.insert(0, launcher);
                program.forEach(command::add);
                node.set("command", command);
            }
            case Subject.Script(var command, var handover) -> {
                node.put("kind", "script");
                node.set("command", ReportJson.strings(command));
                node.put("handover", handover.name());
            }
        }
        return node;
    }

    private static ObjectNode cell(CellResult result) {
        var node = identity(result.cell());
        node.put("status", result.status());
        node.put("outcomes", result.outcomes());
        node.set("remarks", ReportJson.strings(result.remarks()));
        result.profile().ifPresent(profile -> node.set("jvm", ProfileJson.jvm(profile.jvm())));
        var metrics = node.putObject("metrics");
        Metrics.ALL.forEach(metric -> metrics.set(metric.id(), Readings.json(result.summary(metric))));
        DiagnosisJson.add(result.diagnosis(), node);
        var trials = node.putArray("trials");
        result.trials().forEach(trial -> trials.add(trial(trial)));
        var setAside = node.putArray("set_aside");
        result.setAside().forEach(trial -> setAside.add(trial(trial)));
        return node;
    }

    static ObjectNode skipped(Skipped skipped) {
        var node = identity(skipped.cell());
        node.put("status", "skipped");
        node.put("reason", skipped.reason());
        return node;
    }

    static ObjectNode identity(Cell cell) {
        var node = NODES.objectNode();
        node.put("id", cell.id());
        node.put("subject", cell.subject().label());
        node.put("collector", cell.collector().id());
        node.set("jdk", ReportJson.jdk(cell.jdk()));
        cell.heap()
                .size()
                .ifPresentOrElse(heap -> node.put("heap_bytes", heap.count()), () -> node.putNull("heap_bytes"));
        cell.heap().multiple().ifPresent(multiple -> node.put("heap_multiple", multiple));
        node.put("headers", cell.layout().headers().name().toLowerCase(Locale.ROOT));
        node.put("compressed_oops", cell.layout().oops().name().toLowerCase(Locale.ROOT));
        node.set("flags", ReportJson.strings(cell.flags()));
        return node;
    }

    static ObjectNode trial(TrialResult trial) {
        var node = NODES.objectNode();
        node.put("block", trial.trial().block());
        node.put("attempt", trial.trial().attempt());
        node.set("outcome", outcome(trial.outcome()));
        node.put("directory", trial.directory());
        node.set("noise", noise(trial.noise()));
        node.set("remarks", ReportJson.strings(trial.remarks()));
        var readings = node.putObject("readings");
        trial.readings().forEach((metric, reading) -> readings.set(metric.id(), Readings.json(reading)));
        node.put("incomplete", trial.salvaged().isPresent());
        trial.salvaged().ifPresent(salvaged -> {
            node.put("incomplete_reason", salvaged.reason());
            node.put("covers_from", salvaged.from().toString());
            node.put("covers_to", salvaged.to().toString());
        });
        node.set("profile", Readings.json(trial.facts().profile(), ProfileJson::of));
        node.set("census", Readings.json(trial.facts().census(), CensusJson::of));
        return node;
    }

    private static ObjectNode noise(NoiseEvidence noise) {
        var node = NODES.objectNode();
        node.set("steal", Readings.json(noise.steal()));
        node.set("throttled", Readings.json(noise.throttled()));
        node.set("foreign", Readings.json(noise.foreign()));
        node.set("swapped_in", Readings.json(noise.swappedIn()));
        node.set("pressure", Readings.json(noise.pressure()));
        node.set("calibration", Readings.json(noise.calibration()));
        node.set("calibration_ns", Readings.json(noise.calibrationNanos()));
        node.set("faults", ReportJson.strings(noise.faults()));
        node.put("tolerated", noise.tolerated());
        return node;
    }

    static ObjectNode outcome(Outcome outcome) {
        var node = NODES.objectNode();
        node.put("kind", outcome.id());
        switch (outcome) {
            case Outcome.Completed(int exitStatus) -> node.put("exit_status", exitStatus);
            case Outcome.OutOfMemory(var after) -> node.put("after_ns", after.toNanos());
            case Outcome.TimedOut(var limit) -> node.put("limit_ns", limit.toNanos());
            case Outcome.Failed(int exitStatus, var reason, var lastLines) -> {
                node.put("exit_status", exitStatus);
                node.put("reason", reason);
                node.set("last_lines", ReportJson.strings(lastLines));
            }
            case Outcome.Interrupted _ -> {}
        }
        return node;
    }
}
