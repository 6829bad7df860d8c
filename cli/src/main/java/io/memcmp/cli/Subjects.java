package io.memcmp.cli;

import io.memcmp.launch.ArgumentFiles;
import io.memcmp.launch.Programs;
import io.memcmp.plan.ProgramParser;
import io.memcmp.plan.Subject;
import io.memcmp.plan.UserError;
import io.memcmp.workloads.BadArgument;
import io.memcmp.workloads.Parameter;
import io.memcmp.workloads.Workload;
import io.memcmp.workloads.Workloads;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What the command line wants measured. */
final class Subjects {
    private Subjects() {}

    static List<Subject> of(SubjectOptions options, List<String> command) {
        if (options.workloads.isEmpty()) {
            if (!options.parameters.isEmpty()) {
                throw new UserError("--param is for bundled workloads", "name one with --workload");
            }
            var subject = new ProgramParser(ArgumentFiles::words).parse(command, options.handover);
            if (subject instanceof Subject.Script(var words, var _)) {
                Programs.require(words.getFirst());
            }
            return List.of(subject);
        }
        if (!command.isEmpty()) {
            throw new UserError(
                    "both a workload and a command: " + String.join(",", options.workloads) + " and "
                            + command.getFirst(),
                    "measure one of them at a time");
        }
        return bundled(options);
    }

    static Workload workload(String id) {
        return Workloads.find(id)
                .orElseThrow(() -> UserError.unknown(
                        "workload", id, Workloads.ALL.stream().map(Workload::id).toList()));
    }

    private static List<Subject> bundled(SubjectOptions options) {
        var workloads = new LinkedHashSet<>(options.workloads)
                .stream().map(String::strip).map(Subjects::workload).toList();
        if (workloads.size() > 1) {
            options.parameters.keySet().forEach(name -> someoneTakes(name, workloads));
        }
        return workloads.stream()
                .map(workload -> bundled(workload, own(options.parameters, workload, workloads.size() == 1)))
                .toList();
    }

    private static Subject bundled(Workload workload, Map<String, String> parameters) {
        try {
            workload.check(parameters);
        } catch (BadArgument bad) {
            throw new UserError(
                    String.valueOf(bad.getMessage()),
                    "memcmp list workloads shows the parameters of " + workload.id(),
                    bad);
        }
        return new Subject.Bundled(workload.id(), parameters);
    }

    /** Of several workloads each takes the parameters it has; {@code linked-list.nodes} is for that one alone. */
    private static Map<String, String> own(Map<String, String> given, Workload workload, boolean alone) {
        var own = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> {
            if (name.startsWith(workload.id() + ".")) {
                own.put(name.substring(workload.id().length() + 1), value);
            } else if (alone || has(workload, name)) {
                own.putIfAbsent(name, value);
            }
        });
        return own;
    }

    private static void someoneTakes(String name, List<Workload> workloads) {
        boolean taken =
                workloads.stream().anyMatch(workload -> has(workload, name) || name.startsWith(workload.id() + "."));
        if (!taken) {
            throw UserError.unknown(
                    "parameter",
                    name,
                    workloads.stream()
                            .flatMap(workload -> workload.parameters().stream())
                            .map(Parameter::name)
                            .distinct()
                            .toList());
        }
    }

    private static boolean has(Workload workload, String name) {
        return workload.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name));
    }
}
