package io.memcmp.analysis.leak;

import io.memcmp.analysis.SourceNames;
import io.memcmp.analysis.jfr.Constant;
import io.memcmp.analysis.leak.LeakPath.Step;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups paths to roots by the classes and fields on them. */
final class LeakPaths {
    /** A virtual machine writes 200 and leaves out what lies between; a damaged recording may have a circle. */
    private static final int LONGEST = 256;

    private static final int LONGEST_NAME = 300;
    private static final int MOST_PATHS = 1 << 12;
    private static final String CLASS = "java.lang.Class";
    private static final String CLASS_NAME = "Class Name: ";
    private static final String UNKNOWN = "unknown";

    private final Map<Way, Long> counts = new HashMap<>();
    private long withRoot;

    private record Way(String root, List<Step> steps) {}

    /** Follows the references back from the sampled object to the root. */
    void add(Constant root, Constant sampled) {
        withRoot++;
        var way = new Way(root(root), steps(sampled));
        if (counts.size() < MOST_PATHS || counts.containsKey(way)) {
            counts.merge(way, 1L, Long::sum);
        }
    }

    private static String root(Constant root) {
        var system = text(root.text("system"));
        var type = text(root.text("type"));
        return type.equals(UNKNOWN) || type.equals("<unknown>") ? system : system + ": " + type;
    }

    private static List<Step> steps(Constant sampled) {
        var backwards = new ArrayList<Step>();
        Constant object = sampled;
        for (int length = 0; object != null && length < LONGEST; length++) {
            var referrer = object.constant("referrer");
            append(backwards, new Step(className(object), reference(referrer)));
            if (referrer != null && referrer.number("skip") > 0) {
                append(backwards, new Step("…", ""));
            }
            object = referrer == null ? null : referrer.constant("object");
        }
        return backwards.reversed();
    }

    /** A list of a thousand elements is one step, followed a thousand times. */
    private static void append(List<Step> steps, Step step) {
        if (steps.isEmpty() || !steps.getLast().equals(step)) {
            steps.add(step);
        }
    }

    private static String reference(@Nullable Constant referrer) {
        if (referrer == null) {
            return "";
        }
        if (referrer.constant("array") != null) {
            return "[]";
        }
        var field = referrer.constant("field");
        if (field == null) {
            return "";
        }
        var name = text(field.text("name"));
        return Modifier.isStatic((int) field.number("modifiers")) ? "static " + name : "." + name;
    }

    private static String className(Constant object) {
        var name = object.className("type");
        if (name == null) {
            return UNKNOWN;
        }
        var described = object.text("description");
        return name.equals(CLASS) && described != null && described.startsWith(CLASS_NAME)
                ? "class " + cut(described.substring(CLASS_NAME.length()))
                : cut(SourceNames.of(name));
    }

    private static String text(@Nullable String text) {
        return text == null ? UNKNOWN : cut(text);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }

    OldObjectProfile profile(long samples) {
        var paths = new ArrayList<LeakPath>();
        counts.forEach((way, count) -> paths.add(new LeakPath(way.root(), way.steps(), count)));
        paths.sort(Comparator.comparingLong(LeakPath::samples)
                .reversed()
                .thenComparing(path -> path.root() + path.steps()));
        return new OldObjectProfile(samples, withRoot, paths);
    }
}
