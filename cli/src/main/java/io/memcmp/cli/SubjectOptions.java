package io.memcmp.cli;

import io.memcmp.plan.Subject.Handover;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is measured. */
final class SubjectOptions {
    @Option(
            names = {"-w", "--workload"},
            paramLabel = "NAME",
            split = ",",
            description = "Bundled workloads; memcmp list workloads shows them.",
            completionCandidates = Candidates.Workloads.class)
    List<String> workloads = new ArrayList<>();

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description =
                    "A parameter of the workload; of several, for all that have it, or WORKLOAD.NAME=VALUE for one.")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--handover",
            paramLabel = "HOW",
            description =
                    "How a script's JVM gets its options: jdk-java-options (the java launcher reads it; default) or"
                            + " java-tool-options (every JVM does).",
            converter = HandoverConverter.class)
    Handover handover = Handover.JDK_JAVA_OPTIONS;

    /** {@code jdk-java-options} as well as {@code JDK_JAVA_OPTIONS}. */
    static final class HandoverConverter implements picocli.CommandLine.ITypeConverter<Handover> {
        @Override
        public Handover convert(String word) {
            for (var handover : Handover.values()) {
                if (handover.name().equalsIgnoreCase(word.replace('-', '_'))) {
                    return handover;
                }
            }
            throw io.memcmp.plan.UserError.unknown(
                    "handover", word, java.util.List.of("jdk-java-options", "java-tool-options"));
        }
    }
}
