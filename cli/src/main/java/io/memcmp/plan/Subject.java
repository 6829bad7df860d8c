package io.memcmp.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured. */
public sealed interface Subject {

    /**
     * One of memcmp's own workloads.
     *
     * @param workload its name
     * @param parameters those that the user gave; the others have their defaults
     */
    record Bundled(String workload, Map<String, String> parameters) implements Subject {
        /** Copies the map, keeping its order. */
        public Bundled {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /**
     * A program of the user's, started by {@code java}.
     *
     * @param launcher {@code java} as the user typed it: a name or a path
     * @param options the JVM options between it and the program
     * @param program the rest: {@code -jar app.jar args}, a main class, {@code -m module}, a source file
     */
    record JavaProgram(String launcher, List<String> options, List<String> program) implements Subject {
        /** Copies the lists. */
        public JavaProgram {
            options = List.copyOf(options);
            program = List.copyOf(program);
        }
    }

    /**
     * A program of the user's that starts a JVM somewhere inside: a script.
     *
     * @param command program and arguments
     * @param handover the environment variable that hands the options over
     */
    record Script(List<String> command, Handover handover) implements Subject {
        /** Copies the list. */
        public Script {
            command = List.copyOf(command);
        }
    }

    /** How options get to a JVM that somebody else starts. */
    enum Handover {
        /** Read by the {@code java} launcher alone. */
        JDK_JAVA_OPTIONS,
        /** Read by every JVM, {@code javac} and embedded ones too. */
        JAVA_TOOL_OPTIONS
    }

    /** {@return what to call it in a heading and in the name of a directory} */
    default String label() {
        return switch (this) {
            case Bundled(var workload, var _) -> workload;
            case JavaProgram(var _, var _, var program) -> lastName(programName(program));
            case Script(var command, var _) -> lastName(command.getFirst());
        };
    }

    private static String programName(List<String> program) {
        var first = program.getFirst();
        return program.size() > 1 && List.of("-jar", "-m", "--module").contains(first) ? program.get(1) : first;
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
