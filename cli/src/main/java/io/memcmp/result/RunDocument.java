package io.memcmp.result;

import io.memcmp.analysis.Reading;
import io.memcmp.plan.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report of a run, read back. */
final class RunDocument {
    private RunDocument() {}

    static ReadReport read(JsonPlace root) {
        var design = root.at("design");
        var works = works(root);
        var strange = strangeUnits(root);
        var cells = root.at("cells").elements().stream()
                .map(cell -> cell(cell, works, strange))
                .toList();
        long seed = design.at("seed").whole();
        var created = root.at("created_at").text();
        return new ReadReport(
                root.document(),
                root.document(),
                ReadReport.Kind.RUN,
                root.at("tool_version").text(),
                created,
                String.join(
                        "\n",
                        "run",
                        created,
                        Long.toString(seed),
                        root.at("directory").text()),
                host(root.at("host")),
                Optional.empty(),
                design.at("blocks").integer(0),
                noisy(root),
                cells,
                root.at("skipped").elements().stream()
                        .map(cell ->
                                cell.at("id").text() + ": " + cell.at("reason").text())
                        .toList(),
                remarks(root));
    }

    private static boolean noisy(JsonPlace root) {
        return root.maybe("noisy").map(JsonPlace::truth).orElse(false);
    }

    private static List<String> remarks(JsonPlace root) {
        var remarks = new ArrayList<String>();
        if (root.at("interrupted").truth()) {
            remarks.add("the run was interrupted before its plan was done");
        }
        if (noisy(root)) {
            remarks.add("the machine disturbed so many of its trials that the rest tell little");
        }
        root.maybe("warnings")
                .ifPresent(warnings -> warnings.texts().stream()
                        .filter(warning -> !Warnings.inside(warning))
                        .forEach(remarks::add));
        return List.copyOf(remarks);
    }

    /** What exactly ran, by the name that cells call it by. */
    private static Map<String, String> works(JsonPlace root) {
        var works = new HashMap<String, String>();
        var subjects = root.maybe("subjects").map(JsonPlace::elements).orElseGet(() -> List.of(root.at("subject")));
        for (var subject : subjects) {
            if (subject.maybe("workload").isPresent()) {
                var workload = subject.at("workload").text();
                var parameters =
                        subject.maybe("parameters").map(JsonPlace::fields).orElse(Map.of());
                works.put(
                        workload,
                        (workload + " "
                                        + new TreeMap<>(parameters)
                                                .entrySet().stream()
                                                        .map(each -> each.getKey() + "="
                                                                + each.getValue()
                                                                        .text())
                                                        .collect(Collectors.joining(" ")))
                                .strip());
            } else {
                works.put("", String.join(" ", subject.at("command").texts()));
            }
        }
        return works;
    }

    /** Metrics that the document counts in another unit than this memcmp, and in which one. */
    static Map<String, String> strangeUnits(JsonPlace root) {
        var strange = new HashMap<String, String>();
        var metrics = root.maybe("metrics").map(JsonPlace::fields).orElse(Map.of());
        for (var metric : Metrics.ALL) {
            Optional.ofNullable(metrics.get(metric.id()))
                    .flatMap(told -> told.maybe("unit"))
                    .map(JsonPlace::text)
                    .filter(unit -> !unit.equals(metric.unit().symbol()))
                    .ifPresent(unit -> strange.put(metric.id(), unit));
        }
        return strange;
    }

    private static ReadCell cell(JsonPlace cell, Map<String, String> works, Map<String, String> strange) {
        var key = key(cell);
        var trials = new ArrayList<TrialFigures>();
        var blocks = new HashSet<Integer>();
        for (var place : cell.at("trials").elements()) {
            var trial = trial(place, strange);
            if (!blocks.add(trial.block())) {
                throw place.at("block").wrong("a block of its own: an earlier trial of the cell has it");
            }
            if (!trial.outcome().equals("interrupted")) {
                trials.add(trial);
            }
        }
        int setAside =
                cell.maybe("set_aside").map(each -> each.elements().size()).orElse(0);
        var work = works.getOrDefault(key.subject(), works.getOrDefault("", ""));
        return new ReadCell(new CellFigures(key, trials), work, setAside);
    }

    private static CellKey key(JsonPlace cell) {
        var jdk = cell.at("jdk");
        var multiple = cell.maybe("heap_multiple").map(JsonPlace::number);
        multiple.filter(times -> times <= 0).ifPresent(_ -> {
            throw cell.at("heap_multiple").wrong("a positive number");
        });
        return new CellKey(
                cell.at("subject").text(),
                cell.at("collector").text(),
                jdk.at("feature").integer(0),
                jdk.at("version").text(),
                cell.maybe("heap_bytes").map(RunDocument::bytes),
                multiple,
                cell.at("headers").text(),
                cell.at("compressed_oops").text(),
                cell.at("flags").texts());
    }

    private static Bytes bytes(JsonPlace place) {
        long count = place.whole();
        if (count < 0) {
            throw place.wrong("a number of bytes");
        }
        return new Bytes(count);
    }

    static TrialFigures trial(JsonPlace trial, Map<String, String> strange) {
        return new TrialFigures(
                trial.at("block").integer(0),
                trial.at("outcome").at("kind").text(),
                trial.maybe("incomplete").map(JsonPlace::truth).orElse(false),
                readings(trial.at("readings"), strange));
    }

    /** Metrics of other versions are ignored. */
    static Map<String, Reading> readings(JsonPlace place, Map<String, String> strange) {
        var readings = new HashMap<String, Reading>();
        var told = place.fields();
        for (var metric : Metrics.ALL) {
            var reading = told.get(metric.id());
            if (reading != null) {
                var unit = strange.get(metric.id());
                readings.put(
                        metric.id(),
                        unit == null ? reading.reading() : Reading.absent("the report counts it in " + unit));
            }
        }
        return readings;
    }

    private static SortedMap<String, String> host(JsonPlace host) {
        var facts = new TreeMap<String, String>();
        host.fields().forEach((name, fact) -> {
            if (fact.node().isValueNode()) {
                facts.put(name, fact.node().asText());
            }
        });
        return facts;
    }
}
