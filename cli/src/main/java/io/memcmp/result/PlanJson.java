package io.memcmp.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.launch.Origin;

/** A plan as JSON: what is going to run, in which order, and from what it was made. */
final class PlanJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanJson() {}

    static ObjectNode of(Report.Planned planned) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/plan/1");
        node.put("tool_version", planned.tool());
        node.put("created_at", planned.created().toString());
        node.put("directory", planned.directory().toString());
        node.set("origin", origin(planned.origin()));
        var subjects = node.putArray("subjects");
        planned.subjects().forEach(subject -> subjects.add(RunJson.subject(subject)));
        node.set("design", design(planned.design()));
        node.set("host", ReportJson.host(planned.host()));
        node.set("likely_duration_ns", Readings.json(planned.likelyNanos()));
        var cells = node.putArray("cells");
        planned.plan().cells().forEach(cell -> cells.add(RunJson.identity(cell)));
        var trials = node.putArray("trials");
        for (int i = 0; i < planned.plan().trials().size(); i++) {
            var trial = planned.plan().trials().get(i);
            var entry = trials.addObject();
            entry.put("block", trial.block());
            entry.put("attempt", trial.attempt());
            entry.put("cell", trial.cell().id());
            if (i < planned.commands().size()) {
                entry.set("command", ReportJson.strings(planned.commands().get(i)));
            }
        }
        var skipped = node.putArray("skipped");
        planned.plan().skipped().forEach(each -> skipped.add(RunJson.skipped(each)));
        return node;
    }

    static ObjectNode design(Report.Design design) {
        var node = NODES.objectNode();
        node.put("blocks", design.blocks());
        node.put("warm_up_blocks", design.protocol().warmUpBlocks());
        node.put("seed", design.seed());
        node.put("time_limit_ns", design.timeLimitNanos());
        node.put("keep_noisy", design.protocol().keepNoisy());
        if (!design.minimumHeaps().isEmpty()) {
            node.set("minimum_heaps", MinimumHeapJson.of(design.minimumHeaps()));
        }
        design.protocol().precision().ifPresent(precision -> node.put("until_precision", precision.halfWidth()));
        return node;
    }

    static ObjectNode origin(Origin origin) {
        var node = NODES.objectNode();
        node.set("command", ReportJson.strings(origin.command()));
        node.put("working_directory", origin.workingDirectory().toString());
        var files = node.putArray("files");
        origin.files()
                .forEach((path, digest) -> files.addObject().put("path", path).put("sha256", digest));
        var jdks = node.putArray("jdks");
        origin.jdks().forEach((home, release) -> {
            var jdk = jdks.addObject().put("home", home.toString());
            var told = jdk.putObject("release");
            release.forEach(told::put);
        });
        return node;
    }
}
