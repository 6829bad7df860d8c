package io.memcmp.bench.heap;

import io.memcmp.bench.heap.Census.Counted;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What a reader found in a dump, and how it is told from one process to another. */
public final class Findings {
    private static final String CLASS = "class";
    private static final String RETAINED = "retained";
    private static final String MOST = "most";

    private final StringBuilder lines = new StringBuilder();

    /**
     * Takes a class.
     *
     * @param name of the class, an array as {@code int[]}
     * @param instances of this class itself
     * @param bytes of these, together
     */
    public void counted(String name, long instances, long bytes) {
        line(CLASS, instances, bytes, name);
    }

    /**
     * Takes what the holder of the graph retains.
     *
     * @param bytes its own among them
     */
    public void retained(long bytes) {
        line(RETAINED, 1, bytes, Question.HOLDER);
    }

    /**
     * Takes one of those that retain most.
     *
     * @param name of its class
     * @param bytes it retains
     */
    public void most(String name, long bytes) {
        line(MOST, 1, bytes, name);
    }

    private void line(String what, long instances, long bytes, String name) {
        lines.append(what)
                .append(' ')
                .append(instances)
                .append(' ')
                .append(bytes)
                .append(' ')
                .append(name)
                .append('\n');
    }

    /** {@return all of it, line by line} */
    String text() {
        return lines.toString();
    }

    /**
     * {@return the classes that were found}
     *
     * @param lines of {@link #text()}
     */
    static Census census(List<String> lines) {
        Map<String, Counted> classes = new TreeMap<>();
        for (var line : lines) {
            var words = line.split(" ", 4);
            if (words[0].equals(CLASS)) {
                var counted = new Counted(Long.parseLong(words[1]), Long.parseLong(words[2]));
                classes.merge(words[3], counted, Counted::plus);
            }
        }
        return new Census(classes);
    }

    /**
     * {@return what the holder of the graph retains, if it was found}
     *
     * @param lines of {@link #text()}
     */
    static OptionalLong retained(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" ", 4))
                .filter(words -> words[0].equals(RETAINED))
                .mapToLong(words -> Long.parseLong(words[2]))
                .findFirst();
    }
}
