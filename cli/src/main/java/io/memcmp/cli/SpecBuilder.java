package io.memcmp.cli;

import io.memcmp.launch.ArgumentFiles;
import io.memcmp.launch.JdkFinder;
import io.memcmp.launch.Programs;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.ForeignFlags;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.ProgramParser;
import io.memcmp.plan.Subject;
import io.memcmp.plan.UserError;
import io.memcmp.workloads.BadArgument;
import io.memcmp.workloads.Workload;
import io.memcmp.workloads.Workloads;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Options into an {@link ExperimentSpec}. */
final class SpecBuilder {
    private final JdkFinder jdks;

    SpecBuilder(JdkFinder jdks) {
        this.jdks = jdks;
    }

    ExperimentSpec build(
            SubjectOptions subjectOptions, MatrixOptions matrix, TrialOptions trial, List<String> command) {
        var subject = subject(subjectOptions, command);
        ForeignFlags.refuse(matrix.jvmArgs, "--jvm-arg");
        matrix.jvmArgs.stream()
                .filter(option -> option.startsWith("@"))
                .forEach(file -> ForeignFlags.refuse(ArgumentFiles.words(Path.of(file.substring(1))), "--jvm-arg"));
        if (!(subject instanceof Subject.Bundled)) {
            ArgumentFiles.environmentOptions()
                    .forEach((name, options) -> ForeignFlags.refuse(options, "the variable " + name));
        }
        var axes = new ExperimentSpec.Axes(
                matrix.collectors(),
                jdks(matrix.jdks, subject),
                heaps(matrix.heaps, subject),
                matrix.layouts(),
                matrix.jvmArgs);
        return new ExperimentSpec(subject, axes, matrix.repeat, matrix.seed, trial.limits(), trial.capture());
    }

    private static Subject subject(SubjectOptions options, List<String> command) {
        if (options.workload == null) {
            if (!options.parameters.isEmpty()) {
                throw new UserError("--param is for bundled workloads", "name one with --workload");
            }
            var subject = new ProgramParser(ArgumentFiles::words).parse(command, options.handover);
            if (subject instanceof Subject.Script(var words, var _)) {
                Programs.require(words.getFirst());
            }
            return subject;
        }
        if (!command.isEmpty()) {
            throw new UserError(
                    "both a workload and a command: " + options.workload + " and " + command.getFirst(),
                    "measure one of them at a time");
        }
        try {
            workload(options.workload).check(options.parameters);
        } catch (BadArgument bad) {
            throw new UserError(
                    String.valueOf(bad.getMessage()),
                    "memcmp list workloads shows the parameters of " + options.workload,
                    bad);
        }
        return new Subject.Bundled(options.workload, options.parameters);
    }

    private static Workload workload(String id) {
        return Workloads.find(id)
                .orElseThrow(() -> UserError.unknown(
                        "workload", id, Workloads.ALL.stream().map(Workload::id).toList()));
    }

    private List<Jdk> jdks(List<String> wishes, Subject subject) {
        if (wishes.contains("all")) {
            return jdks.all().stream()
                    .filter(jdk -> jdk.feature() >= Jdk.OLDEST_MEASURED)
                    .toList();
        }
        if (!wishes.isEmpty()) {
            return wishes.stream().map(String::strip).map(jdks::find).toList();
        }
        var usual = switch (subject) {
            case Subject.Bundled _ -> jdks.own();
            case Subject.JavaProgram(var launcher, var _, var _)
            when launcher.contains("/") ->
                jdks.ofExecutable(Path.of(launcher))
                        .orElseThrow(() -> new UserError(
                                "no such program: " + launcher, "check the path of the java command after --"));
            case Subject.JavaProgram _, Subject.Script _ -> jdks.onPath().orElseGet(jdks::own);
        };
        return List.of(JdkFinder.measurable(usual));
    }

    private static List<Optional<Bytes>> heaps(List<Bytes> given, Subject subject) {
        if (!given.isEmpty()) {
            return given.stream().map(Optional::of).toList();
        }
        return switch (subject) {
            case Subject.Bundled(var workload, var _) ->
                List.of(Optional.of(Bytes.ofMiB(workload(workload).defaultHeapMiB())));
            case Subject.JavaProgram _, Subject.Script _ -> List.of(Optional.empty());
        };
    }
}
