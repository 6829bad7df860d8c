package io.memcmp.made;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.leak.LeakPath;
import io.memcmp.result.CellResult;
import io.memcmp.result.Diagnosis;
import io.memcmp.result.HeapFindings;
import io.memcmp.result.HeapFindings.Moment;
import io.memcmp.result.HeapFindings.Step;
import io.memcmp.result.OldObjects;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports of runs that tell what holds the memory. */
public final class MadeDiagnoses {
    private MadeDiagnoses() {}

    /** {@return one cell with all, one with nothing unusual and no sample, one with neither dump nor samples} */
    public static Report.Run run() {
        return of(List.of(
                new Diagnosis(
                        Optional.of(Observed.of(leak("com.example.Cache"))),
                        Optional.of(Observed.of(samples("com.example.Cache")))),
                new Diagnosis(
                        Optional.of(Observed.of(nothingUnusual())),
                        Optional.of(Observed.of(new OldObjects(0, 0, List.of(), 0, "/run/trials/g1/old-objects")))),
                new Diagnosis(
                        Optional.of(Observed.missing("no trial ran out of memory")),
                        Optional.of(Observed.missing("the run was interrupted before")))));
    }

    /** {@return the first of them, of a program whose names are attacks} */
    public static Report.Run hostile() {
        return of(List.of(new Diagnosis(
                Optional.of(Observed.of(leak(MadeReports.HOSTILE))),
                Optional.of(Observed.of(samples(MadeReports.HOSTILE))))));
    }

    private static Report.Run of(List<Diagnosis> diagnoses) {
        var run = MadeReports.run();
        var cells = new ArrayList<CellResult>();
        for (int i = 0; i < diagnoses.size(); i++) {
            cells.add(run.cells().get(i).with(diagnoses.get(i)));
        }
        return new Report.Run(
                run.tool(),
                run.created(),
                run.subjects(),
                run.design(),
                run.host(),
                cells,
                run.skipped(),
                run.findings(),
                run.directory(),
                run.interrupted());
    }

    private static HeapFindings leak(String holder) {
        var map = "java.util.HashMap";
        var suspect = new HeapFindings.Suspect(
                map,
                1,
                270L << 20,
                0.9,
                List.of(
                        new HeapFindings.Holder("class", "class " + holder, Optional.of("cache")),
                        new HeapFindings.Holder("thread", "java.lang.Thread", Optional.empty())),
                List.of(new HeapFindings.Content(map + "$Node", 250_000, 260L << 20)),
                List.of(
                        new Step("class " + holder, "system class", 271L << 20),
                        new Step(map, "static cache", 270L << 20),
                        new Step(map + "$Node[]", ".table", 269L << 20)),
                "1 " + map + " retains 270 MiB, 90 % of the heap, held by class " + holder);
        return new HeapFindings(
                "/run/trials/serial/1/heap.hprof",
                Moment.QUIET,
                new Amount(1_000_000, 300L << 20),
                new Amount(10, 1000),
                List.of(suspect),
                List.of(new Step("class " + holder, "", 271L << 20), new Step("java.lang.Thread", "", 1000)),
                Optional.empty());
    }

    private static HeapFindings nothingUnusual() {
        return new HeapFindings(
                "/run/trials/g1/1/heap-oom.hprof",
                Moment.OUT_OF_MEMORY,
                new Amount(1000, 3L << 20),
                Amount.NONE,
                List.of(),
                List.of(new Step("java.lang.Thread", "", 1000)),
                Optional.of("the file ends in the middle of a record"));
    }

    private static OldObjects samples(String holder) {
        var path = new LeakPath(
                "Threads: Stack Variable",
                List.of(
                        new LeakPath.Step("class " + holder, ""),
                        new LeakPath.Step("java.util.HashMap", "static cache"),
                        new LeakPath.Step("…", ""),
                        new LeakPath.Step("byte[]", ".value")),
                30);
        var other = new LeakPath("Class Loader Data", List.of(new LeakPath.Step("byte[]", "")), 1);
        return new OldObjects(34, 32, List.of(path, other), 1, "/run/trials/serial/old-objects");
    }
}
