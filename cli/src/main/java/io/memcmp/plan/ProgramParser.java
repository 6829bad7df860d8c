package io.memcmp.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the command after {@code --}: a {@code java} command is taken apart, anything else is a script. */
public final class ProgramParser {
    /** Options of the java launcher whose value is the next word. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--add-reads",
            "--add-exports",
            "--add-opens",
            "--limit-modules",
            "--patch-module",
            "--enable-native-access",
            "--source");

    private static final Set<String> PROGRAM_FOLLOWS = Set.of("-jar", "-m", "--module");

    private final Function<Path, List<String>> argumentFile;

    /**
     * A parser.
     *
     * @param argumentFile reads the words of a {@code @file}
     */
    public ProgramParser(Function<Path, List<String>> argumentFile) {
        this.argumentFile = argumentFile;
    }

    /**
     * {@return what the command starts}
     *
     * @param command program and arguments, as typed after {@code --}
     * @param handover how options reach a JVM inside a script
     */
    public Subject parse(List<String> command, Subject.Handover handover) {
        if (command.isEmpty()) {
            throw new UserError("nothing to run", "name a workload with --workload, or a command after --");
        }
        if (!isJava(command.getFirst())) {
            return new Subject.Script(command, handover);
        }
        var options = new ArrayList<String>();
        int next = 1;
        while (next < command.size() && isOption(command.get(next))) {
            var word = command.get(next);
            if (PROGRAM_FOLLOWS.contains(word) || word.startsWith("--module=")) {
                break;
            }
            options.add(word);
            if (WITH_VALUE.contains(word) && next + 1 < command.size()) {
                options.add(command.get(++next));
            }
            next++;
        }
        var program = command.subList(next, command.size());
        if (program.isEmpty()) {
            throw new UserError(
                    "the java command names no program: " + String.join(" ", command),
                    "give a main class, -jar FILE, -m MODULE or a source file");
        }
        ForeignFlags.refuse(withArgumentFiles(options), "the command after --");
        return new Subject.JavaProgram(command.getFirst(), options, program);
    }

    private List<String> withArgumentFiles(List<String> options) {
        return options.stream()
                .flatMap(word -> word.startsWith("@")
                        ? argumentFile.apply(Path.of(word.substring(1))).stream()
                        : List.of(word).stream())
                .toList();
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") || word.startsWith("@");
    }

    private static boolean isJava(String word) {
        var name = word.substring(word.lastIndexOf('/') + 1);
        return name.equals("java") || name.equals("java.exe");
    }
}
