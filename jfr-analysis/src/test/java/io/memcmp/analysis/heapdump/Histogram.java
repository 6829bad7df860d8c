package io.memcmp.analysis.heapdump;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Instances and bytes by class, as the virtual machine counts them or as a dump is read. */
final class Histogram {
    private static final String FILLER = "jdk.internal.vm.Filler";

    private final Map<String, Amount> rows = new TreeMap<>();

    private Histogram() {}

    /** What {@code GC.class_histogram} printed, among other lines. */
    static Histogram printed(Collection<String> lines) {
        var histogram = new Histogram();
        for (var line : lines) {
            var words = line.strip().split("\\s+", 5); // rank: instances bytes class (module)
            if (words.length >= 4 && words[0].matches("\\d+:") && !words[3].startsWith(FILLER)) {
                histogram.add(
                        Names.sourceForm(words[3].replace('.', '/')),
                        new Amount(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
        }
        return histogram;
    }

    /**
     * All that is in a dump of living objects. Not all of it is reached there: a dump does not have the fields of class
     * objects, and some things are held by these alone.
     */
    static Histogram of(HeapDump dump) {
        var histogram = new Histogram();
        for (var type : dump.classes()) {
            if (type.all().instances() > 0) {
                histogram.add(type.name(), type.all());
            }
        }
        return histogram;
    }

    private void add(String name, Amount amount) {
        // A hidden class's number is an address of no object, and written in two ways.
        rows.merge(name.replaceFirst("[+/.]0x[0-9a-f]+", "+hidden"), amount, Amount::plus);
    }

    Amount total() {
        return rows.values().stream().reduce(Amount.NONE, Amount::plus);
    }

    Amount row(String name) {
        return rows.getOrDefault(name, Amount.NONE);
    }

    /** The sum of what each class has more or less than in the other, without a sign. */
    Amount distance(Histogram other) {
        return names(other).stream()
                .map(name -> new Amount(
                        Math.abs(row(name).instances() - other.row(name).instances()),
                        Math.abs(row(name).bytes() - other.row(name).bytes())))
                .reduce(Amount.NONE, Amount::plus);
    }

    /** A line for each class that differs, for people. */
    List<String> differences(Histogram other) {
        var lines = new ArrayList<String>();
        for (var name : names(other)) {
            if (!row(name).equals(other.row(name))) {
                lines.add("%-60s %8d %10d | %8d %10d"
                        .formatted(
                                name,
                                row(name).instances(),
                                row(name).bytes(),
                                other.row(name).instances(),
                                other.row(name).bytes()));
            }
        }
        return lines;
    }

    private TreeSet<String> names(Histogram other) {
        var names = new TreeSet<>(rows.keySet());
        names.addAll(other.rows.keySet());
        return names;
    }
}
