package io.memcmp.launch;

import io.memcmp.plan.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Options that do not stand on the command line: in a {@code @file}, in a variable. */
public final class ArgumentFiles {
    /** Blanks part words, but not inside quotes. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']++|\"[^\"]*+\"?|'[^']*+'?)++");

    private ArgumentFiles() {}

    /**
     * {@return the words of an argument file of the java launcher, comments left out}
     *
     * @param file the file
     */
    public static List<String> words(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*$", ""))
                    .flatMap(line -> split(line).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UserError(
                    "cannot read the argument file " + file, "check the @file in the command after --", unreadable);
        }
    }

    /** {@return the options that the user's environment hands to every JVM, by the variable's name} */
    public static Map<String, List<String>> environmentOptions() {
        var environment = new LinkedHashMap<>(System.getenv());
        PassedEnvironment.restore(environment);
        environment.keySet().retainAll(PassedEnvironment.JVM_OPTIONS);
        var options = new LinkedHashMap<String, List<String>>();
        environment.forEach((name, value) -> options.put(
                name,
                split(value).stream()
                        .flatMap(word -> word.startsWith("@") && name.equals("JDK_JAVA_OPTIONS")
                                ? words(Path.of(word.substring(1))).stream()
                                : Stream.of(word))
                        .toList()));
        return options;
    }

    private static List<String> split(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group().replaceAll("\"([^\"]*)\"?|'([^']*)'?", "$1$2"))
                .toList();
    }
}
