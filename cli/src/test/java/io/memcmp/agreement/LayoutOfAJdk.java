package io.memcmp.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.layout.ClassDescription;
import io.memcmp.analysis.layout.ClassFileException;
import io.memcmp.analysis.layout.Classes;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.LayoutModes;
import io.memcmp.launch.JdkFinder;
import io.memcmp.plan.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Layouts in every mode of one JDK, memcmp's beside those of its JVM; a child for each mode. */
final class LayoutOfAJdk {
    private static final String SAMPLES = "io.memcmp.agreement.LayoutSamples$";

    private final Jdk jdk;
    private final JvmAnswers jvm;

    LayoutOfAJdk(Jdk jdk, Path directory) throws IOException {
        this.jdk = jdk;
        this.jvm = new JvmAnswers(jdk, directory, "LayoutMain", "LayoutSamples");
    }

    /** {@return the newest JDK}; the slow suites take all of them */
    static Stream<Jdk> newest() {
        return jdks().max(Comparator.comparingInt(Jdk::feature)).stream();
    }

    static Stream<Jdk> jdks() {
        var features = new HashSet<Integer>();
        return JdkFinder.ofThisProcess().all().stream()
                .filter(jdk -> jdk.feature() >= Jdk.OLDEST_MEASURED && features.add(jdk.feature()));
    }

    /**
     * {@return the modes to ask in} Alignment to 16 bytes alone changes little: of it one mode is enough where not all are
     * wanted.
     */
    static List<LayoutMode> modes(Jdk jdk, boolean all) {
        return LayoutModes.of(jdk.feature()).stream()
                .filter(mode -> all
                        || mode.objectAlignment() == 8
                        || LayoutModes.id(mode).equals("align-16"))
                .toList();
    }

    /**
     * Compares.
     *
     * @param modes in which
     * @param every one class of so many of the JDK is taken, and each that is out of the ordinary
     * @return how many pairs of class and mode were compared
     */
    int compare(List<LayoutMode> modes, int every) throws IOException, InterruptedException, ClassFileException {
        var questions = new LayoutQuestions(jdk.feature(), hierarchies(every));
        int compared = 0;
        for (var mode : modes) {
            compared += compare(questions, mode);
        }
        return compared;
    }

    private int compare(LayoutQuestions questions, LayoutMode mode) throws IOException, InterruptedException {
        var predicted = questions.predicted(mode);
        var different = new ArrayList<String>();
        int classes = 0;
        int fieldsOfJol = 0;
        for (var answer : jvm.ask(mode, predicted.keySet()).entrySet()) {
            var question = answer.getKey();
            var said = answer.getValue();
            if (said.startsWith("none")) {
                continue; // no instance can be made of it
            }
            if (!questions.knownToJol(question)) {
                said = said.replaceFirst(" jol .*", "");
            }
            var own = predicted.getOrDefault(question, "not asked");
            boolean jolToo = said.contains(" jol ");
            if (!said.equals(jolToo ? own + " jol " + own : own)) {
                different.add(question + ": the JVM says " + said + ", memcmp " + own);
            }
            classes += question.startsWith("class ") ? 1 : 0;
            fieldsOfJol += jolToo && question.startsWith("field ") ? 1 : 0;
        }
        assertEquals("", String.join("\n", different), () -> "JDK " + jdk.feature() + " " + LayoutModes.id(mode));
        assertTrue(classes >= 200, LayoutModes.id(mode) + ": " + classes + " classes with instances");
        assertTrue(fieldsOfJol >= 200, "fields that JOL tells of: " + fieldsOfJol);
        return classes;
    }

    private Map<String, List<ClassDescription>> hierarchies(int every) throws IOException, ClassFileException {
        var chosen = new LinkedHashMap<String, List<ClassDescription>>();
        try (var classes = Classes.open(jdk.home(), jdk.feature(), List.of(jvm.classes()))) {
            for (var name : samples()) {
                chosen.put(name, classes.hierarchy(name));
            }
            assertTrue(chosen.size() >= 30, "samples: " + chosen.size());
            var names = LayoutQuestions.ofTheJdk(jdk);
            for (int number = 0; number < names.size(); number++) {
                var hierarchy = classes.hierarchy(names.get(number));
                if (number % every == 0 || LayoutQuestions.curious(hierarchy)) {
                    chosen.put(names.get(number), hierarchy);
                }
            }
        }
        return chosen;
    }

    private List<String> samples() throws IOException {
        var names = new ArrayList<String>();
        var directory = jvm.classes().resolve("io/memcmp/agreement");
        try (var files = Files.newDirectoryStream(directory, "LayoutSamples$*.class")) {
            for (var file : files) {
                var simple = file.getFileName().toString();
                names.add(SAMPLES + simple.substring(simple.indexOf('$') + 1, simple.length() - ".class".length()));
            }
        }
        return names;
    }
}
