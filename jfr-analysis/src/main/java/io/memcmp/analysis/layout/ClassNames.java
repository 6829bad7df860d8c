package io.memcmp.analysis.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names of classes as people write them. */
final class ClassNames {
    private static final String SUFFIX = ".class";

    private ClassNames() {}

    /** {@return the class that a file of that name holds; empty for files that hold none} */
    static Optional<String> ofFile(String packageName, String file) {
        if (!file.endsWith(SUFFIX) || file.endsWith("module-info.class") || file.endsWith("package-info.class")) {
            return Optional.empty();
        }
        var name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
        return Optional.of(packageName.isEmpty() ? name : packageName + "." + name);
    }

    /** {@return what follows the last dot or dollar} */
    static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** {@return what stands before the last dot} */
    static String packageOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /**
     * {@return the binary names that may be meant, the likeliest first} {@code java.util.Map.Entry} may be a class of a
     * package or one within another class.
     *
     * @param typed with dots, slashes or dollars
     */
    static List<String> candidates(String typed) {
        var candidates = new ArrayList<String>();
        var name = typed.replace('/', '.');
        candidates.add(name);
        int dot = name.lastIndexOf('.');
        while (dot > 0) {
            name = name.substring(0, dot) + '$' + name.substring(dot + 1);
            candidates.add(name);
            dot = name.lastIndexOf('.');
        }
        return List.copyOf(candidates);
    }
}
