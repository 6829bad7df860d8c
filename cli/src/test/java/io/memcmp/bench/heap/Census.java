package io.memcmp.bench.heap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is in a heap, class by class.
 *
 * @param classes by their names, arrays as {@code int[]}
 */
record Census(Map<String, Counted> classes) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    /** What is left where objects were; no program holds it, and no dump shows it. */
    private static final String FILLER = "FillerElement";

    /**
     * Objects of one class.
     *
     * @param instances how many
     * @param bytes their own, together
     */
    record Counted(long instances, long bytes) {
        Counted plus(Counted other) {
            return new Counted(instances + other.instances, bytes + other.bytes);
        }

        Counted minus(Counted other) {
            return new Counted(instances - other.instances, bytes - other.bytes);
        }
    }

    private static final Counted NONE = new Counted(0, 0);

    /**
     * {@return what a virtual machine counted}
     *
     * @param file its class histogram
     */
    static Census read(Path file) throws IOException {
        Map<String, Counted> classes = new TreeMap<>();
        for (var line : Files.readAllLines(file)) {
            var matcher = LINE.matcher(line);
            if (matcher.matches() && !matcher.group(3).contains(FILLER)) {
                var counted = new Counted(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
                classes.merge(name(matcher.group(3)), counted, Counted::plus);
            }
        }
        return new Census(classes);
    }

    /**
     * {@return what is missing in another one}
     *
     * @param other of the same machine, later
     */
    Census minus(Census other) {
        Map<String, Counted> difference = new TreeMap<>();
        classes.forEach((name, counted) -> {
            if (!hidden(name)) {
                difference.put(name, counted.minus(other.of(name)));
            }
        });
        return new Census(difference);
    }

    /** {@return whether the machine itself made the class, and its name holds an address} */
    static boolean hidden(String name) {
        return name.contains("/");
    }

    /** {@return what there is of a class} */
    Counted of(String name) {
        return classes.getOrDefault(name, NONE);
    }

    Counted total() {
        return classes.values().stream().reduce(NONE, Counted::plus);
    }

    /** Of several loaders' classes of one name, one. */
    private static String name(String jvmName) {
        int dimensions = jvmName.lastIndexOf('[') + 1;
        if (dimensions == 0) {
            return jvmName;
        }
        var element = jvmName.substring(dimensions);
        var name = element.startsWith("L") ? element.substring(1, element.length() - 1) : primitive(element.charAt(0));
        return name + "[]".repeat(dimensions);
    }

    private static String primitive(char descriptor) {
        return switch (descriptor) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            default -> throw new IllegalArgumentException("no primitive type: " + descriptor);
        };
    }
}
