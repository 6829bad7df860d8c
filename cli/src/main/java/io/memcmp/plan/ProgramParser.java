package io.memcmp.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

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
        int begin = beginOfProgram(command, 1, this::holdsProgram);
        var options = command.subList(1, begin);
        var program = command.subList(begin, command.size());
        if (program.isEmpty()) {
            throw new UserError(
                    "the java command names no program: " + String.join(" ", command),
                    "give a main class, -jar FILE, -m MODULE or a source file");
        }
        ForeignFlags.refuse(everyOption(options, program.getFirst()), "the command after --");
        return new Subject.JavaProgram(command.getFirst(), options, program);
    }

    /** Where the options end: at a main class, a file, an option that names the program, or a {@code @file} that holds it. */
    private static int beginOfProgram(List<String> words, int first, Predicate<String> holdsProgram) {
        int next = first;
        while (next < words.size() && isOption(words.get(next))) {
            var word = words.get(next);
            if (PROGRAM_FOLLOWS.contains(word) || word.startsWith("--module=") || holdsProgram.test(word)) {
                break;
            }
            next += WITH_VALUE.contains(word) ? 2 : 1;
        }
        return Math.min(next, words.size());
    }

    private boolean holdsProgram(String word) {
        var words = wordsOf(word);
        return beginOfProgram(words) < words.size();
    }

    /** In the words of a file; the launcher does not open a file that is named in a file. */
    private static int beginOfProgram(List<String> words) {
        return beginOfProgram(words, 0, word -> word.startsWith("@"));
    }

    private List<String> wordsOf(String word) {
        return word.startsWith("@") ? argumentFile.apply(Path.of(word.substring(1))) : List.of();
    }

    /** The options with those in argument files, and those before the program where a file holds that too. */
    private List<String> everyOption(List<String> options, String program) {
        var every = new ArrayList<>(options);
        options.forEach(word -> every.addAll(wordsOf(word)));
        var words = wordsOf(program);
        every.addAll(words.subList(0, beginOfProgram(words)));
        return every;
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") || word.startsWith("@");
    }

    private static boolean isJava(String word) {
        var name = word.substring(word.lastIndexOf('/') + 1);
        return name.equals("java") || name.equals("java.exe");
    }
}
