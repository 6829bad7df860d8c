package io.memcmp.agreement;

import io.memcmp.analysis.layout.ClassDescription;
import io.memcmp.analysis.layout.ClassLayout;
import io.memcmp.analysis.layout.ClassLayout.Use;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.plan.Jdk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is asked of a JVM about its layouts, and what memcmp would answer. */
final class LayoutQuestions {
    private static final int LONGEST_ARRAY = 17;

    private final int release;
    private final Map<String, List<ClassDescription>> classes;

    LayoutQuestions(int release, Map<String, List<ClassDescription>> classes) {
        this.release = release;
        this.classes = classes;
    }

    /** {@return the names of all classes of {@code java.base}} */
    static List<String> ofTheJdk(Jdk jdk) throws IOException {
        try (var image = FileSystems.newFileSystem(
                        URI.create("jrt:/"), Map.of("java.home", jdk.home().toString()));
                var files = Files.walk(image.getPath("/modules/java.base"))) {
            return files.map(file -> name(image, file))
                    .filter(name -> name.contains(".") && !name.endsWith("-info"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(FileSystem image, Path file) {
        var name = image.getPath("/modules/java.base").relativize(file).toString();
        return name.endsWith(".class") ? name.substring(0, name.length() - 6).replace('/', '.') : "";
    }

    /** {@return whether its hierarchy is out of the ordinary} */
    static boolean curious(List<ClassDescription> hierarchy) {
        return hierarchy.stream()
                .anyMatch(level -> level.contended()
                        || level.contendedFields()
                        || level.fields().stream().anyMatch(field -> field.injected()));
    }

    /** {@return whether JOL knows as much of a question as the virtual machine: it does not see what that adds} */
    boolean knownToJol(String question) {
        var words = question.split(" ", 3);
        return !words[0].equals("class") || !curious(classes.getOrDefault(words[1], List.of()));
    }

    /** {@return the questions with memcmp's answers; a field that the virtual machine adds is no question} */
    Map<String, String> predicted(LayoutMode mode) {
        var answers = new LinkedHashMap<String, String>();
        classes.forEach((name, hierarchy) -> {
            var layout = ClassLayout.ofInstance(hierarchy, mode, release);
            int fields =
                    hierarchy.stream().mapToInt(level -> level.fields().size()).sum();
            answers.put("class " + name + " " + fields, sizes(layout));
            for (var part : layout.parts()) {
                if ((part.use() == Use.PRIMITIVE || part.use() == Use.REFERENCE) && !part.injected()) {
                    answers.put("field " + part.declaredBy() + " " + part.name(), Long.toString(part.offset()));
                }
            }
        });
        for (var kind : FieldKind.values()) {
            var element = kind.name().toLowerCase(Locale.ROOT);
            for (int length = 0; length <= LONGEST_ARRAY; length++) {
                answers.put(
                        "array " + element + " " + length,
                        sizes(ClassLayout.ofArray(element, kind, length, mode, release)));
            }
        }
        return answers;
    }

    private static String sizes(ClassLayout layout) {
        return Long.toString(layout.size());
    }
}
