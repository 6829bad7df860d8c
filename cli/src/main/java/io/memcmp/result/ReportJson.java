package io.memcmp.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.launch.HostFacts;
import io.memcmp.launch.MachineFacts;
import io.memcmp.plan.Jdk;
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
        var node = RunJson.trial(trial);
        node.put("cell", trial.trial().cell().id());
        var outside = node.putObject("outside");
        outside.set("wall_ns", Readings.json(trial.facts().wall()));
        outside.set("cpu_ns", Readings.json(trial.facts().cpu()));
        outside.set("peak_resident_bytes", Readings.json(trial.facts().peakResident()));
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
            case Report.Run run -> RunJson.of(run);
            case Report.MinHeap minHeap -> MinHeapJson.of(minHeap);
            case Report.Planned planned -> PlanJson.of(planned);
            case Aa aa -> AaJson.of(aa);
            case Report.Recordings recordings -> RecordingJson.of(recordings);
            case Compared compared -> CompareJson.of(compared);
            case Checked checked -> CheckJson.of(checked);
            case DumpReport dumps -> DumpJson.of(dumps);
            case Layouts layouts -> LayoutJson.of(layouts);
            case Report.Listing listing -> listing(listing);
            case Report.Doctor doctor -> doctor(doctor);
        };
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

    static ObjectNode host(HostFacts host) {
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
        node.set("machine", Readings.json(host.machine(), ReportJson::machine));
        return node;
    }

    private static ObjectNode machine(MachineFacts machine) {
        var node = NODES.objectNode();
        node.set("kernel", Readings.json(machine.kernel(), NODES::textNode));
        node.set("processors_online", Readings.json(machine.online(), NODES::textNode));
        node.set("processors_allowed", Readings.json(machine.allowed(), NODES::textNode));
        node.set("memory_limit_bytes", Readings.json(machine.memoryLimit()));
        node.set("numa_nodes", Readings.json(machine.numaNodes()));
        node.set("multithreading", Readings.json(machine.multithreading(), NODES::textNode));
        node.set("slowest_hz", Readings.json(machine.slowest()));
        node.set("fastest_hz", Readings.json(machine.fastest()));
        node.set("huge_pages", Readings.json(machine.hugePages(), NODES::textNode));
        node.set("swap_total_bytes", Readings.json(machine.swapTotal()));
        node.set("clock", Readings.json(machine.clock(), NODES::textNode));
        node.set("virtual", Readings.json(machine.virtual(), NODES::textNode));
        node.set("busiest", strings(machine.busiest()));
        return node;
    }

    static ObjectNode jdk(Jdk jdk) {
        var node = NODES.objectNode();
        node.put("feature", jdk.feature());
        node.put("version", jdk.version());
        node.put("vendor", jdk.vendor());
        node.put("home", jdk.home().toString());
        node.put("provenance", jdk.provenance());
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
