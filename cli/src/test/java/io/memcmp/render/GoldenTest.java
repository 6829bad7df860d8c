package io.memcmp.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.made.MadeCensus;
import io.memcmp.made.MadeComparisons;
import io.memcmp.made.MadeCosts;
import io.memcmp.made.MadeDiagnoses;
import io.memcmp.made.MadeReads;
import io.memcmp.made.MadeRecordings;
import io.memcmp.made.MadeReports;
import io.memcmp.made.MadeRuns;
import io.memcmp.result.Checked;
import io.memcmp.result.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report in every format, character for character; rewritten by {@code -Dgolden.update=true}. */
final class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final int WIDTH = 80;

    /** One drawing of one report. */
    record Drawing(String name, Report report, OutputFormat format, Look look) {
        @Override
        public String toString() {
            return name;
        }

        String draw() throws IOException {
            var text = new StringBuilder();
            format.renderer(look).render(report, text);
            return text.toString();
        }
    }

    private static Map<String, Report> reports() {
        var reports = new LinkedHashMap<String, Report>();
        reports.put("run", MadeReports.run());
        reports.put("hostile", MadeReports.hostile());
        reports.put("noisy", MadeRuns.noisy());
        reports.put("held", MadeDiagnoses.run());
        reports.put("held-hostile", MadeDiagnoses.hostile());
        reports.put("plan", MadeRuns.plan());
        reports.put("minheap", MadeReports.minHeap());
        reports.put("minheap-hostile", MadeReports.hostileMinHeap());
        reports.put("list", MadeReports.listing());
        reports.put("aa", MadeReports.aa());
        reports.put("doctor", MadeReports.doctor());
        reports.put("recording", MadeRecordings.whole());
        reports.put("damaged", MadeRecordings.damaged());
        reports.put("recordings", MadeRecordings.several());
        reports.put("costs", MadeCosts.run());
        reports.put("compare", MadeReads.compared());
        reports.put("compare-hostile", MadeReads.hostileCompared());
        reports.put("check", MadeReads.checked());
        reports.put("check-hostile", MadeReads.hostileChecked());
        return reports;
    }

    static List<Drawing> drawings() {
        var drawings = new ArrayList<Drawing>();
        reports().forEach((name, report) -> {
            for (var format : OutputFormat.values()) {
                if (format.ofChecksAlone() && !(report instanceof Checked)) {
                    continue;
                }
                drawings.add(new Drawing(name + "." + format.id(), report, format, Look.PLAIN));
            }
        });
        var run = MadeReports.run();
        drawings.add(new Drawing("run-verbose.text", run, OutputFormat.TEXT, new Look(false, true, true)));
        drawings.add(new Drawing("run-verbose.markdown", run, OutputFormat.MARKDOWN, new Look(false, true, true)));
        drawings.add(new Drawing(
                "hostile-verbose.text", MadeReports.hostile(), OutputFormat.TEXT, new Look(false, true, true)));
        drawings.add(new Drawing(
                "minheap-verbose.text", MadeReports.minHeap(), OutputFormat.TEXT, new Look(false, true, true)));
        drawings.add(new Drawing(
                "minheap-ascii.text", MadeReports.minHeap(), OutputFormat.TEXT, new Look(false, false, false)));
        drawings.add(new Drawing("multiples.text", MadeReports.multiples(), OutputFormat.TEXT, Look.PLAIN));
        drawings.add(new Drawing("multiples.csv", MadeReports.multiples(), OutputFormat.CSV, Look.PLAIN));
        drawings.add(new Drawing("run-colour.text", run, OutputFormat.TEXT, new Look(true, true, false)));
        drawings.add(new Drawing("plan-verbose.text", MadeRuns.plan(), OutputFormat.TEXT, new Look(false, true, true)));
        var costs = MadeCosts.run();
        drawings.add(new Drawing("costs-verbose.text", costs, OutputFormat.TEXT, new Look(false, true, true)));
        drawings.add(new Drawing("costs-verbose-ascii.text", costs, OutputFormat.TEXT, new Look(false, false, true)));
        var recordings = MadeRecordings.several();
        drawings.add(
                new Drawing("recordings-verbose.text", recordings, OutputFormat.TEXT, new Look(false, true, true)));
        drawings.add(
                new Drawing("recordings-ascii.text", recordings, OutputFormat.TEXT, new Look(false, false, false)));
        drawings.add(new Drawing("recordings-colour.text", recordings, OutputFormat.TEXT, new Look(true, true, false)));
        drawings.add(new Drawing("foreign.text", MadeRecordings.foreign(), OutputFormat.TEXT, Look.PLAIN));
        drawings.add(
                new Drawing("held-verbose.text", MadeDiagnoses.run(), OutputFormat.TEXT, new Look(false, true, true)));
        drawings.add(
                new Drawing("held-ascii.text", MadeDiagnoses.run(), OutputFormat.TEXT, new Look(false, false, false)));
        drawings.add(new Drawing("run-ascii.text", run, OutputFormat.TEXT, new Look(false, false, false)));
        drawings.addAll(censuses());
        drawings.addAll(comparisons());
        return drawings;
    }

    private static List<Drawing> censuses() {
        var run = MadeCensus.run();
        var alone = MadeCensus.alone();
        return List.of(
                new Drawing("census.text", run, OutputFormat.TEXT, Look.PLAIN),
                new Drawing("census.markdown", run, OutputFormat.MARKDOWN, Look.PLAIN),
                new Drawing("census.json", run, OutputFormat.JSON, Look.PLAIN),
                new Drawing("census-alone.text", alone, OutputFormat.TEXT, Look.PLAIN),
                new Drawing("census-verbose.text", alone, OutputFormat.TEXT, new Look(false, true, true)),
                new Drawing("census-zgc.text", MadeCensus.zgc(), OutputFormat.TEXT, Look.PLAIN));
    }

    /** Their JSON holds every trial in full: one of them is enough, without recordings. */
    private static List<Drawing> comparisons() {
        var compared = MadeComparisons.compared();
        var hostile = MadeComparisons.hostile();
        var drawings = new ArrayList<Drawing>();
        drawings.add(new Drawing("compared.text", compared, OutputFormat.TEXT, Look.PLAIN));
        drawings.add(new Drawing("compared.markdown", compared, OutputFormat.MARKDOWN, Look.PLAIN));
        drawings.add(new Drawing("compared.csv", compared, OutputFormat.CSV, Look.PLAIN));
        drawings.add(new Drawing("compared-ascii.text", compared, OutputFormat.TEXT, new Look(false, false, false)));
        drawings.add(new Drawing("compared-few.text", MadeComparisons.few(), OutputFormat.TEXT, Look.PLAIN));
        drawings.add(new Drawing("compared-wide.text", MadeComparisons.wide(), OutputFormat.TEXT, Look.PLAIN));
        drawings.add(
                new Drawing("compared-workloads.text", MadeComparisons.workloads(), OutputFormat.TEXT, Look.PLAIN));
        for (var format : OutputFormat.values()) {
            if (!format.ofChecksAlone()) {
                drawings.add(new Drawing("compared-hostile." + format.id(), hostile, format, Look.PLAIN));
            }
        }
        drawings.add(
                new Drawing("compared-hostile-verbose.text", hostile, OutputFormat.TEXT, new Look(false, true, true)));
        return drawings;
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void aReportLooksAsItDid(Drawing drawing) throws IOException {
        var file = GOLDEN.resolve(drawing.name() + ".out");
        var drawn = drawing.draw();
        if (UPDATE) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, drawn, StandardCharsets.UTF_8);
        }
        assertTrue(Files.exists(file), "make it with -Dgolden.update=true, and read it: " + file);
        assertEquals(Files.readString(file, StandardCharsets.UTF_8), drawn);
    }

    @Test
    void everyGoldenFileHasItsDrawing() throws IOException {
        var names = drawings().stream()
                .map(drawing -> drawing.name() + ".out")
                .sorted()
                .toList();
        try (var files = Files.list(GOLDEN)) {
            assertEquals(
                    names,
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void noReportCommandsTheReadersTerminal(Drawing drawing) throws IOException {
        var plain =
                drawing.draw().replace("\u001b[1m", "").replace("\u001b[2m", "").replace("\u001b[0m", "");
        var obeyed = "\\p{Cc}\\p{Cf}";
        assertFalse(plain.matches("(?s).*[" + obeyed + "&&[^\\n]].*"));
    }

    @Test
    void comparisonsFitIntoEightyColumns() throws IOException {
        for (var drawing : comparisons()) {
            if (drawing.format() == OutputFormat.TEXT) {
                var tooWide = drawing.draw()
                        .lines()
                        .filter(line -> line.codePointCount(0, line.length()) > WIDTH)
                        .toList();
                assertEquals(List.of(), tooWide, drawing.name());
            }
        }
    }

    @Test
    void textFitsIntoEightyColumns() throws IOException {
        for (var name : List.of(
                "run",
                "noisy",
                "plan",
                "doctor",
                "list",
                "recording",
                "damaged",
                "minheap",
                "costs",
                "compare",
                "check",
                "aa")) {
            for (boolean details : List.of(false, true)) {
                var report = reports().getOrDefault(name, MadeReports.run());
                var text = new Drawing(name, report, OutputFormat.TEXT, new Look(false, true, details)).draw();
                var tooWide = text.lines()
                        .filter(line -> line.codePointCount(0, line.length()) > WIDTH && !line.contains("/"))
                        .toList();
                assertEquals(List.of(), tooWide, name + (details ? ", verbose" : ""));
            }
        }
    }
}
