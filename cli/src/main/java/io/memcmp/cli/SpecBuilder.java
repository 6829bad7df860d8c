package io.memcmp.cli;

import io.memcmp.launch.ArgumentFiles;
import io.memcmp.launch.JdkFinder;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.ForeignFlags;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Subject;
import io.memcmp.plan.UserError;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** Options into an {@link ExperimentSpec}. */
final class SpecBuilder {
    private final JdkFinder jdks;

    SpecBuilder(JdkFinder jdks) {
        this.jdks = jdks;
    }

    ExperimentSpec build(
            SubjectOptions subjectOptions,
            MatrixOptions matrix,
            ProtocolOptions protocol,
            TrialOptions trial,
            List<String> command) {
        var axes = axes(subjectOptions, matrix.vm, subject -> heaps(matrix.heaps, subject), command);
        return new ExperimentSpec(
                axes,
                matrix.blocks(),
                matrix.seed,
                trial.limits(),
                trial.capture(),
                matrix.judging.judging(),
                protocol.protocol(matrix));
    }

    /** What a search for minimum heaps runs: once each, in heaps of its own choice. */
    ExperimentSpec build(SubjectOptions subjectOptions, VmOptions vm, ChildOptions child, List<String> command) {
        var axes = axes(subjectOptions, vm, _ -> List.of(Heap.OF_JVM), command);
        return new ExperimentSpec(axes, 1, 0, child.limits(), child.capture(false), Judging.DEFAULT);
    }

    private ExperimentSpec.Axes axes(
            SubjectOptions subjectOptions, VmOptions vm, Function<Subject, List<Heap>> heapsOf, List<String> command) {
        var subjects = Subjects.of(subjectOptions, command);
        var subject = subjects.getFirst();
        ForeignFlags.refuse(vm.jvmArgs, "--jvm-arg");
        vm.jvmArgs.stream()
                .filter(option -> option.startsWith("@"))
                .forEach(file -> ForeignFlags.refuse(ArgumentFiles.words(Path.of(file.substring(1))), "--jvm-arg"));
        if (!(subject instanceof Subject.Bundled)) {
            ArgumentFiles.environmentOptions()
                    .forEach((name, options) -> ForeignFlags.refuse(options, "the variable " + name));
        }
        var heaps = new LinkedHashMap<Subject, List<Heap>>();
        subjects.forEach(each -> heaps.put(each, heapsOf.apply(each)));
        return new ExperimentSpec.Axes(heaps, vm.collectors(), jdks(vm.jdks, subject), vm.layouts(), vm.jvmArgs);
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

    private static List<Heap> heaps(List<Heap> given, Subject subject) {
        if (!given.isEmpty()) {
            return given;
        }
        return switch (subject) {
            case Subject.Bundled(var workload, var _) ->
                List.of(Heap.of(Bytes.ofMiB(Subjects.workload(workload).defaultHeapMiB())));
            case Subject.JavaProgram _, Subject.Script _ -> List.of(Heap.OF_JVM);
        };
    }
}
