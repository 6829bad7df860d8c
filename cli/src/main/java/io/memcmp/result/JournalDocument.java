package io.memcmp.result;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Collector;
import io.memcmp.plan.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The trials of a run that ended before it wrote its report. A line tells its cell by its id alone; machine, options and
 * parameters are not known.
 */
final class JournalDocument {
    private static final Pattern ID = Pattern.compile("(.+)-("
            + String.join(
                    "|",
                    Collector.ids().stream()
                            .sorted((one, other) -> other.length() - one.length())
                            .toList())
            + ")-(\\d{1,4})([^-]*)((?:-.*)?)");
    private static final Pattern SIZE = Pattern.compile("-(\\d{1,12}[kmgt]?)(?:-.*)?");
    private static final Pattern MULTIPLE = Pattern.compile("-(\\d{1,6}(?:\\.\\d{1,9})?)x(?:-.*)?");
    private static final Pattern HEADERS = Pattern.compile("-(?:.*[-_])?(compact|legacy)(?:[-_].*)?");
    private static final Pattern OOPS = Pattern.compile("-(?:.*[-_])?oops_(on|off)(?:[-_].*)?");

    private final String name;
    private final Map<String, List<TrialFigures>> cells = new LinkedHashMap<>();
    private final Map<String, Integer> setAside = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    private JournalDocument(String name) {
        this.name = name;
    }

    static ReadReport read(String name, String lines) {
        return new JournalDocument(name).read(lines);
    }

    private ReadReport read(String lines) {
        remarks.add(
                "the run ended without a report: its finished trials were read, its machine, options and parameters are"
                        + " not known");
        boolean torn = !lines.isEmpty() && !lines.endsWith("\n");
        var whole = lines.lines().filter(line -> !line.isBlank()).toList();
        for (int number = 0; number < whole.size(); number++) {
            if (torn && number == whole.size() - 1) {
                remarks.add("the last line of its journal is cut off and was left out");
            } else {
                trial(new JsonPlace(name + ", trial " + (number + 1), "", ReportReader.tree(name, whole.get(number))));
            }
        }
        if (cells.values().stream().allMatch(List::isEmpty)) {
            throw new UserError(name + " holds no finished trial", "run it again");
        }
        return new ReadReport(
                name,
                name,
                ReadReport.Kind.JOURNAL,
                "",
                "",
                "journal\n" + Integer.toHexString(lines.hashCode()) + "\n" + lines.length(),
                new TreeMap<>(),
                Optional.empty(),
                0,
                false,
                cells.entrySet().stream()
                        .map(cell -> new ReadCell(
                                new CellFigures(key(cell.getKey()), cell.getValue()),
                                "",
                                setAside.getOrDefault(cell.getKey(), 0)))
                        .toList(),
                List.of(),
                remarks);
    }

    private void trial(JsonPlace line) {
        var cell = line.at("cell").text();
        var trial = RunDocument.trial(line, Map.of());
        var trials = cells.computeIfAbsent(cell, _ -> new ArrayList<>());
        boolean disturbed = line.maybe("noise").map(JournalDocument::setsAside).orElse(false);
        if (trial.block() == 0 || disturbed) {
            setAside.merge(cell, 1, Integer::sum);
        } else if (!trial.outcome().equals("interrupted")) {
            if (trials.stream().anyMatch(other -> other.block() == trial.block())) {
                throw line.at("block").wrong("a block of its own: an earlier trial of the cell has it");
            }
            trials.add(trial);
        }
    }

    /** With --keep-noisy, and in a single look, what the machine disturbed counts all the same. */
    private static boolean setsAside(JsonPlace noise) {
        boolean tolerated = noise.maybe("tolerated").map(JsonPlace::truth).orElse(false);
        return !tolerated
                && noise.maybe("faults")
                        .map(faults -> !faults.texts().isEmpty())
                        .orElse(false);
    }

    /** The way back from {@link io.memcmp.plan.Cell#id}. */
    private static CellKey key(String id) {
        var parts = ID.matcher(id);
        if (!parts.matches()) {
            return new CellKey(
                    id, "unknown", 0, "", Optional.empty(), Optional.empty(), "default", "default", List.of());
        }
        var rest = parts.group(5);
        return new CellKey(
                parts.group(1),
                parts.group(2),
                Integer.parseInt(parts.group(3)),
                parts.group(3) + parts.group(4),
                first(SIZE, rest).map(Bytes::parse),
                first(MULTIPLE, rest).map(Double::valueOf),
                first(HEADERS, rest).orElse("default"),
                first(OOPS, rest).orElse("default"),
                List.of());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
