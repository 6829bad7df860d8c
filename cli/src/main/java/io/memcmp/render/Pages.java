package io.memcmp.render;

import io.memcmp.result.Aa;
import io.memcmp.result.Checked;
import io.memcmp.result.Compared;
import io.memcmp.result.DumpReport;
import io.memcmp.result.Layouts;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reports as pages: which pieces, in which order. */
final class Pages {
    private Pages() {}

    static List<Block> of(Report report, boolean details) {
        return switch (report) {
            case Report.Run run -> RunPage.of(run, details);
            case Report.MinHeap minHeap -> MinHeapPage.of(minHeap, details);
            case Report.Planned planned -> PlanPage.of(planned, details);
            case Aa aa -> AaPage.of(aa);
            case Report.Recordings recordings -> RecordingsPage.of(recordings, details);
            case Compared compared -> ComparePage.of(compared);
            case Checked checked -> CheckPage.of(checked);
            case DumpReport dumps -> DumpPage.of(dumps, details);
            case Layouts layouts -> LayoutPage.of(layouts);
            case Report.Listing listing -> listing(listing);
            case Report.Doctor doctor -> doctor(doctor);
        };
    }

    private static List<Block> listing(Report.Listing listing) {
        return List.of(new Block.Table(listing.columns(), listing.rows(), Block.Kind.WORDS));
    }

    private static List<Block> doctor(Report.Doctor doctor) {
        var blocks = new ArrayList<Block>();
        var host = doctor.host();
        blocks.add(new Block.Heading(
                "memcmp " + doctor.tool() + " on " + host.system() + ", " + host.processors() + " processors"));
        blocks.add(new Block.Table(
                List.of("", "what", "finding"),
                doctor.findings().stream()
                        .map(finding -> List.of(
                                finding.severity().name().toLowerCase(Locale.ROOT), finding.what(), finding.text()))
                        .toList(),
                Block.Kind.WORDS));
        blocks.add(new Block.Heading("JDKs and their collectors"));
        blocks.add(new Block.Fields(doctor.collectors().entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getKey().feature(), one.getKey().feature()))
                .map(entry -> new Block.Field(entry.getKey().version(), String.join(" ", entry.getValue())))
                .toList()));
        return List.copyOf(blocks);
    }
}
