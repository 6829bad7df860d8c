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
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.openjdk.jol.info.ClassLayout;

/** Layouts in every mode of one JDK, memcmp's beside those of its JVM; a child for each mode. */
final class LayoutOfAJdk {
    private static final int PATIENCE_SECONDS = 300;

    private final Jdk jdk;
    private final Path directory;
    private final Path samples;

    LayoutOfAJdk(Jdk jdk, Path directory) throws IOException {
        this.jdk = jdk;
        this.directory = directory;
        samples = Files.createDirectories(directory.resolve("classes"));
        compile();
    }

    static Stream<Jdk> jdks() {
        var features = new HashSet<Integer>();
        return JdkFinder.ofThisProcess().all().stream()
                .filter(jdk -> jdk.feature() >= Jdk.OLDEST_MEASURED && features.add(jdk.feature()));
    }

    /**
     * Compares.
     *
     * @param every how many classes of the JDK to pass over for one that is taken; curious ones all are
     * @return how many pairs of class and mode were compared
     */
    int compare(int every) throws IOException, InterruptedException, ClassFileException {
        var questions = new LayoutQuestions(jdk.feature(), hierarchies(every));
        int compared = 0;
        for (var mode : LayoutModes.of(jdk.feature())) {
            compared += compare(questions, mode);
        }
        return compared;
    }

    private int compare(LayoutQuestions questions, LayoutMode mode) throws IOException, InterruptedException {
        var predicted = questions.predicted(mode);
        var said = ask(mode, predicted);
        var different = new ArrayList<String>();
        int classes = 0;
        int fieldsOfJol = 0;
        for (var answer : said.entrySet()) {
            var question = answer.getKey();
            var jvm = answer.getValue();
            if (jvm.startsWith("none")) {
                continue; // no instance can be made of it
            }
            if (!questions.knownToJol(question)) {
                jvm = jvm.replaceFirst(" jol .*", "");
            }
            var own = predicted.getOrDefault(question, "not asked");
            boolean jolToo = jvm.contains(" jol ");
            if (!jvm.equals(jolToo ? own + " jol " + own : own)) {
                different.add(question + ": the JVM says " + jvm + ", memcmp " + own);
            }
            boolean ofClass = question.startsWith("class ");
            classes += ofClass ? 1 : 0;
            fieldsOfJol += jolToo && question.startsWith("field ") ? 1 : 0;
        }
        assertEquals("", String.join("\n", different), () -> "JDK " + jdk.feature() + " " + LayoutModes.id(mode));
        assertTrue(classes >= 200, LayoutModes.id(mode) + ": " + classes + " classes with instances");
        assertTrue(fieldsOfJol >= 200, "fields that JOL tells of: " + fieldsOfJol);
        return classes;
    }

    private Map<String, List<ClassDescription>> hierarchies(int every) throws IOException, ClassFileException {
        var chosen = new LinkedHashMap<String, List<ClassDescription>>();
        try (var classes = Classes.open(jdk.home(), jdk.feature(), List.of(samples))) {
            try (var files = Files.newDirectoryStream(samples.resolve("io/memcmp/agreement"), "LayoutSamples$*")) {
                for (var file : files) {
                    var simple = file.getFileName().toString();
                    var name = "io.memcmp.agreement." + simple.substring(0, simple.lastIndexOf('.'));
                    chosen.put(name, LayoutQuestions.hierarchy(classes, name));
                }
            }
            int samplesSeen = chosen.size();
            assertTrue(samplesSeen >= 30, "samples: " + samplesSeen);
            var names = LayoutQuestions.ofTheJdk(jdk);
            for (int number = 0; number < names.size(); number++) {
                var hierarchy = LayoutQuestions.hierarchy(classes, names.get(number));
                if (number % every == 0 || LayoutQuestions.curious(hierarchy)) {
                    chosen.put(names.get(number), hierarchy);
                }
            }
        }
        return chosen;
    }

    private Map<String, String> ask(LayoutMode mode, Map<String, String> questions)
            throws IOException, InterruptedException {
        var asked = Files.write(directory.resolve("questions"), questions.keySet());
        var answers = directory.resolve("answers");
        var command = new ArrayList<String>();
        command.add(jdk.java().toString());
        command.addAll(LayoutModes.flags(mode, jdk.feature()));
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Djol.magicFieldOffset=true"));
        command.addAll(List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED"));
        command.addAll(List.of("-javaagent:" + directory.resolve("agent.jar"), "-javaagent:" + directory.resolve("jol.jar")));
        command.addAll(List.of("-cp", samples + File.pathSeparator + jol(), LayoutMain.class.getName()));
        command.addAll(List.of(asked.toString(), answers.toString()));
        var output = directory.resolve("output");
        var child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "still running");
            assertEquals(0, child.exitValue(), () -> read(output));
        } finally {
            child.destroyForcibly();
        }
        var said = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(answers)) {
            int tab = line.indexOf('\t');
            said.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return said;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            return broken.toString();
        }
    }

    private void compile() throws IOException {
        var sources = Path.of("src", "test", "java", "io", "memcmp", "agreement");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release=17",
                        "-proc:none",
                        "-nowarn",
                        "-d",
                        samples.toString(),
                        "-cp",
                        jol().toString(),
                        sources.resolve("LayoutMain.java").toString(),
                        sources.resolve("LayoutSamples.java").toString());
        assertEquals(0, status);
        Jars.write(directory.resolve("agent.jar"), Map.of("Premain-Class", LayoutMain.class.getName()));
        // Without it JOL guesses sizes from the fields that it sees.
        Jars.write(directory.resolve("jol.jar"), Map.of("Premain-Class", "org.openjdk.jol.vm.InstrumentationSupport"));
    }

    private static Path jol() {
        try {
            return Path.of(ClassLayout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
