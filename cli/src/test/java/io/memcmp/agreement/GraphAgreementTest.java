package io.memcmp.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.layout.ClassFileException;
import io.memcmp.analysis.layout.Classes;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.LayoutModes;
import io.memcmp.analysis.layout.LayoutSubject;
import io.memcmp.analysis.layout.Structure;
import io.memcmp.analysis.layout.Structures;
import io.memcmp.plan.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What structures take is what JOL counts when they have been built in the JVM. */
@Tag("beside")
class GraphAgreementTest {
    private static final List<String> COLLECTIONS = List.of(
            "java.util.ArrayList",
            "java.util.ArrayDeque",
            "java.util.LinkedList",
            "java.util.HashSet",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.lang.String",
            "long[]",
            "java.lang.Integer[]");
    private static final List<String> SINGLE = List.of("java.util.Optional", "java.lang.Integer", "java.lang.Double");

    /** Around every growth. */
    private static final List<Integer> SIZES =
            List.of(0, 1, 9, 10, 11, 12, 13, 15, 16, 17, 24, 25, 36, 37, 48, 49, 74, 75, 300);

    @TempDir
    Path directory;

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("io.memcmp.agreement.LayoutOfAJdk#newest")
    void structuresTakeWhatJolCounts(Jdk jdk, TestReporter reporter) throws Exception {
        compare(jdk, LayoutOfAJdk.modes(jdk, false), reporter);
    }

    @Tag("slow")
    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("io.memcmp.agreement.LayoutOfAJdk#jdks")
    void structuresTakeWhatJolCountsInEveryMode(Jdk jdk, TestReporter reporter) throws Exception {
        compare(jdk, LayoutOfAJdk.modes(jdk, true), reporter);
    }

    private void compare(Jdk jdk, List<LayoutMode> modes, TestReporter reporter) throws Exception {
        var jvm = new JvmAnswers(jdk, directory, "GraphMain");
        var structures = structures(jdk);
        int compared = 0;
        for (var mode : modes) {
            var predicted = new LinkedHashMap<String, String>();
            structures.forEach((name, structure) -> {
                for (int size : SINGLE.contains(name) ? List.of(1) : SIZES) {
                    var total = structure.footprint(size, mode, jdk.feature()).total();
                    predicted.put(name + " " + size, Long.toString(total));
                }
            });
            var counted = jvm.ask(mode, predicted.keySet());
            assertEquals(lines(counted), lines(predicted), () -> LayoutModes.id(mode));
            compared += counted.size();
        }
        reporter.publishEntry("structures x sizes x modes on JDK " + jdk.feature(), Integer.toString(compared));
        assertTrue(compared > 200 * modes.size(), "compared: " + compared);
    }

    private static String lines(Map<String, String> answers) {
        var lines = new ArrayList<String>();
        answers.forEach((question, answer) -> lines.add(question + " = " + answer));
        return String.join("\n", lines);
    }

    private static Map<String, Structure> structures(Jdk jdk) throws ClassFileException {
        var byName = new LinkedHashMap<String, Structure>();
        try (var classes = Classes.open(jdk.home(), jdk.feature(), List.of())) {
            var integers = new Structures(classes, List.of("java.lang.Integer", "java.lang.Integer"));
            for (var names : List.of(COLLECTIONS, SINGLE)) {
                for (var name : names) {
                    for (var structure : integers.of(LayoutSubject.parse(name, classes))) {
                        byName.put(structure.name(), structure);
                    }
                }
            }
        }
        return byName;
    }
}
