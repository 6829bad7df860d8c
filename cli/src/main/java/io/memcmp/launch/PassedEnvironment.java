package io.memcmp.launch;

import java.util.List;
import java.util.Map;

/**
 * The variables by which options reach every JVM. The launcher script hides them from memcmp's own JVM under another
 * name; programs that are measured get them back, everything else that memcmp starts does not see them.
 */
final class PassedEnvironment {
    static final List<String> JVM_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    private static final String HIDDEN = "MEMCMP_PASS_";

    private PassedEnvironment() {}

    /** Takes the variables out. */
    static void clear(Map<String, String> environment) {
        JVM_OPTIONS.forEach(name -> {
            environment.remove(name);
            environment.remove(HIDDEN + name);
        });
    }

    /** Gives the variables back their own names. */
    static void restore(Map<String, String> environment) {
        JVM_OPTIONS.forEach(name -> {
            var hidden = environment.remove(HIDDEN + name);
            if (hidden != null) {
                environment.put(name, hidden);
            }
        });
    }
}
