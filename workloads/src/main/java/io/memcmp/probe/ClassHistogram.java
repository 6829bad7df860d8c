package io.memcmp.probe;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/** Reachable objects by class, in the order of their bytes, the virtual machine's filler objects left out. */
final class ClassHistogram {

    /** One class, or several of the same name from different class loaders. */
    record Row(String className, long instances, long bytes) {}

    private final List<Row> rows;
    private final long filler;

    private ClassHistogram(List<Row> rows, long filler) {
        this.rows = List.copyOf(rows);
        this.filler = filler;
    }

    /** Asks the virtual machine, which makes a full collection for it. */
    static ClassHistogram take() throws JMException {
        var server = ManagementFactory.getPlatformMBeanServer();
        var commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
        var text = server.invoke(
                commands, "gcClassHistogram", new Object[] {new String[0]}, new String[] {String[].class.getName()});
        return parse((String) text);
    }

    static ClassHistogram parse(String text) {
        Map<String, Row> rows = new LinkedHashMap<>();
        long filler = 0;
        for (String line : text.split("\n", 0)) {
            String[] words = line.strip().split("\\s+", 5); // rank: instances bytes class (module)
            if (words.length < 4 || !words[0].endsWith(":")) {
                continue; // the heading, the rule below it and the total
            }
            var row = new Row(sourceForm(words[3]), Long.parseLong(words[1]), Long.parseLong(words[2]));
            if (row.className().startsWith("jdk.internal.vm.Filler")) {
                filler += row.bytes();
            } else {
                rows.merge(row.className(), row, ClassHistogram::sum);
            }
        }
        List<Row> byBytes = new ArrayList<>(rows.values());
        byBytes.sort(Comparator.comparingLong(Row::bytes).reversed());
        return new ClassHistogram(byBytes, filler);
    }

    private static Row sum(Row one, Row other) {
        return new Row(one.className(), one.instances() + other.instances(), one.bytes() + other.bytes());
    }

    /** {@return the name as one writes it: {@code [B} is {@code byte[]}} */
    static String sourceForm(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        if (dimensions == 0) {
            return name;
        }
        String element = name.substring(dimensions);
        return elementType(element) + "[]".repeat(dimensions);
    }

    private static String elementType(String element) {
        return switch (element.charAt(0)) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            case 'L' -> element.substring(1).replace(";", "");
            default -> element; // no descriptor that a class file could hold: leave it as the machine wrote it
        };
    }

    List<Row> rows() {
        return rows;
    }

    long instances() {
        return rows.stream().mapToLong(Row::instances).sum();
    }

    long bytes() {
        return rows.stream().mapToLong(Row::bytes).sum();
    }

    long filler() {
        return filler;
    }
}
