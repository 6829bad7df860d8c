package io.memcmp.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.launch.HostFacts;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Skipped;
import io.memcmp.plan.Subject;
import java.util.Collection;
import java.util.Locale;

/** Reports as JSON: {@code docs/json-schema} is the contract. Base units, snake case, absence with its reason. */
public final class ReportJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** ASCII alone: names out of recordings may hold characters that turn a terminal's line around. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ReportJson() {}

    /**
     * {@return the report as an indented document}
     *
     * @param report any
     */
    public static String document(Report report) {
        return text(MAPPER.writerWithDefaultPrettyPrinter(), of(report));
    }

    /**
     * {@return one trial on one line, for the journal}
     *
     * @param trial any
     */
    public static String line(TrialResult trial) {
        var node = trial(trial);
        node.put("cell", trial.trial().cell().id());
        return text(MAPPER.writer(), node);
    }

    private static String text(ObjectWriter writer, ObjectNode node) {
        try {
            return writer.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode of(Report report) {
        return switch (report) {
            case Report.Run run -> run(run);
            case Report.Recordings recordings -> RecordingJson.of(recordings);
            case Report.Listing listing -> listing(listing);
            case Report.Doctor doctor -> doctor(doctor);
        };
    }

    private static ObjectNode run(Report.Run run) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/run/1");
        node.put("tool_version", run.tool());
        node.put("created_at", run.created().toString());
        node.put("directory", run.directory().toString());
        node.put("interrupted", run.interrupted());
        node.set("subject", subject(run.subjects().getFirst()));
        var subjects = node.putArray("subjects");
        run.subjects().forEach(subject -> subjects.add(subject(subject)));
        var design = node.putObject("design");
        design.put("blocks", run.design().blocks());
        design.put("seed", run.design().seed());
        design.put("time_limit_ns", run.design().timeLimitNanos());
        node.set("host", host(run.host()));
        node.set("metrics", metrics());
        var cells = node.putArray("cells");
        run.cells().forEach(cell -> cells.add(cell(cell)));
        var skipped = node.putArray("skipped");
        run.skipped().forEach(each -> skipped.add(skipped(each)));
        return node;
    }

    /** What the ids of metrics mean. */
    static ObjectNode metrics() {
        var node = NODES.objectNode();
        Metrics.ALL.forEach(metric -> node.set(metric.id(), metric(metric)));
        return node;
    }

    private static ObjectNode metric(Metric metric) {
        var node = NODES.objectNode();
        node.put("unit", metric.unit().symbol());
        node.put("family", metric.family().name().toLowerCase(Locale.ROOT));
        node.put("better", metric.better().name().toLowerCase(Locale.ROOT));
        return node;
    }

    private static ObjectNode subject(Subject subject) {
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
                var command = strings(options);
                command.insert(0, launcher);
                program.forEach(command::add);
                node.set("command", command);
            }
            case Subject.Script(var command, var handover) -> {
                node.put("kind", "script");
                node.set("command", strings(command));
                node.put("handover", handover.name());
            }
        }
        return node;
    }

    private static ObjectNode host(HostFacts host) {
        var node = NODES.objectNode();
        node.put("system", host.system());
        node.put("architecture", host.architecture());
        node.put("processor", host.processor());
        node.put("processors", host.processors());
        node.set("memory_bytes", Readings.json(host.memory()));
        node.set("load_average", Readings.json(host.load()));
        node.put("governor", host.governor());
        node.set("swap_used_bytes", Readings.json(host.swapUsed()));
        node.put("cpu_limit", host.cpuLimit());
        return node;
    }

    private static ObjectNode cell(CellResult result) {
        var node = identity(result.cell());
        node.put("status", result.status());
        node.put("outcomes", result.outcomes());
        node.set("remarks", strings(result.remarks()));
        result.profile().ifPresent(profile -> node.set("jvm", ProfileJson.jvm(profile.jvm())));
        var metrics = node.putObject("metrics");
        Metrics.ALL.forEach(metric -> metrics.set(metric.id(), Readings.json(result.summary(metric))));
        var trials = node.putArray("trials");
        result.trials().forEach(trial -> trials.add(trial(trial)));
        var setAside = node.putArray("set_aside");
        result.setAside().forEach(trial -> setAside.add(trial(trial)));
        return node;
    }

    private static ObjectNode skipped(Skipped skipped) {
        var node = identity(skipped.cell());
        node.put("status", "skipped");
        node.put("reason", skipped.reason());
        return node;
    }

    private static ObjectNode identity(Cell cell) {
        var node = NODES.objectNode();
        node.put("id", cell.id());
        node.put("subject", cell.subject().label());
        node.put("collector", cell.collector().id());
        node.set("jdk", jdk(cell.jdk()));
        cell.heap()
                .size()
                .ifPresentOrElse(heap -> node.put("heap_bytes", heap.count()), () -> node.putNull("heap_bytes"));
        cell.heap().multiple().ifPresent(multiple -> node.put("heap_multiple", multiple));
        node.put("headers", cell.layout().headers().name().toLowerCase(Locale.ROOT));
        node.put("compressed_oops", cell.layout().oops().name().toLowerCase(Locale.ROOT));
        node.set("flags", strings(cell.flags()));
        return node;
    }

    private static ObjectNode jdk(Jdk jdk) {
        var node = NODES.objectNode();
        node.put("feature", jdk.feature());
        node.put("version", jdk.version());
        node.put("vendor", jdk.vendor());
        node.put("home", jdk.home().toString());
        node.put("provenance", jdk.provenance());
        return node;
    }

    private static ObjectNode trial(TrialResult trial) {
        var node = NODES.objectNode();
        node.put("block", trial.trial().block());
        node.put("attempt", trial.trial().attempt());
        node.set("outcome", outcome(trial.outcome()));
        node.put("directory", trial.directory());
        node.set("noise", noise(trial.noise()));
        node.set("remarks", strings(trial.remarks()));
        var readings = node.putObject("readings");
        trial.readings().forEach((metric, reading) -> readings.set(metric.id(), Readings.json(reading)));
        node.put("incomplete", trial.salvaged().isPresent());
        trial.salvaged().ifPresent(salvaged -> {
            node.put("incomplete_reason", salvaged.reason());
            node.put("covers_from", salvaged.from().toString());
            node.put("covers_to", salvaged.to().toString());
        });
        node.set("profile", Readings.json(trial.facts().profile(), ProfileJson::of));
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
        node.set("faults", strings(noise.faults()));
        return node;
    }

    private static ObjectNode outcome(Outcome outcome) {
        var node = NODES.objectNode();
        node.put("kind", outcome.id());
        switch (outcome) {
            case Outcome.Completed(int exitStatus) -> node.put("exit_status", exitStatus);
            case Outcome.OutOfMemory(var after) -> node.put("after_ns", after.toNanos());
            case Outcome.TimedOut(var limit) -> node.put("limit_ns", limit.toNanos());
            case Outcome.Failed(int exitStatus, var reason, var lastLines) -> {
                node.put("exit_status", exitStatus);
                node.put("reason", reason);
                node.set("last_lines", strings(lastLines));
            }
            case Outcome.Interrupted _ -> {}
        }
        return node;
    }

    private static ObjectNode listing(Report.Listing listing) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/list/1");
        node.put("what", listing.what());
        var entries = node.putArray("entries");
        for (var row : listing.rows()) {
            var entry = entries.addObject();
            for (int column = 0; column < row.size(); column++) {
                entry.put(listing.columns().get(column), row.get(column));
            }
        }
        return node;
    }

    private static ObjectNode doctor(Report.Doctor doctor) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/doctor/1");
        node.put("tool_version", doctor.tool());
        node.set("host", host(doctor.host()));
        var findings = node.putArray("findings");
        doctor.findings()
                .forEach(finding -> findings.addObject()
                        .put("what", finding.what())
                        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                        .put("text", finding.text()));
        var jdks = node.putArray("jdks");
        doctor.collectors().forEach((jdk, collectors) -> {
            var entry = jdk(jdk);
            entry.set("collectors", strings(collectors));
            jdks.add(entry);
        });
        return node;
    }

    static ArrayNode strings(Collection<String> texts) {
        var array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
