package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.Reachability;
import io.memcmp.result.DumpContents;
import io.memcmp.result.DumpDifference;
import io.memcmp.result.DumpReport;
import io.memcmp.result.DumpResult;
import java.util.ArrayList;
import java.util.List;

/** Heap dumps for a spreadsheet: one line for each class of each, in bytes; of a comparison, one for each class. */
final class DumpRows {
    private static final List<String> HEADER = List.of(
            "dump",
            "status",
            "incomplete",
            "class",
            "loader",
            "instances",
            "bytes",
            "live_instances",
            "live_bytes",
            "weak_only_bytes",
            "unreachable_bytes",
            "retained_at_least_bytes",
            "retained_exact",
            "absent");
    private static final List<String> DIFFERENCE = List.of(
            "older",
            "newer",
            "class",
            "older_instances",
            "newer_instances",
            "older_bytes",
            "newer_bytes",
            "older_retained_at_least_bytes",
            "newer_retained_at_least_bytes",
            "absent");

    private DumpRows() {}

    static List<List<String>> of(DumpReport report) {
        return report.difference().map(DumpRows::difference).orElseGet(() -> dumps(report));
    }

    private static List<List<String>> dumps(DumpReport report) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        for (var dump : report.dumps()) {
            switch (dump) {
                case DumpResult.Unreadable(var source, var reason) ->
                    rows.add(List.of(source.name(), "unreadable", "", "", "", "", "", "", "", "", "", "", "", reason));
                case DumpResult.Read read -> read.contents().classes().forEach(each -> rows.add(row(read, each)));
            }
        }
        return rows;
    }

    private static List<String> row(DumpResult.Read dump, DumpContents.OfClass each) {
        var row = new ArrayList<>(List.of(
                dump.source().name(),
                "read",
                Boolean.toString(dump.incomplete().isPresent()),
                each.name(),
                each.loader().orElse(""),
                Long.toString(each.all().instances()),
                Long.toString(each.all().bytes())));
        boolean known = !each.amounts().isEmpty();
        row.add(known ? Long.toString(amount(each, Reachability.STRONG).instances()) : "");
        for (var how : Reachability.values()) {
            row.add(known ? Long.toString(amount(each, how).bytes()) : "");
        }
        row.addAll(
                switch (each.retained()) {
                    case Observed.Present<DumpContents.Retained>(var retained) ->
                        List.of(Long.toString(retained.bytes()), Boolean.toString(retained.exact()), "");
                    case Observed.Missing<DumpContents.Retained>(var reason) -> List.of("", "", reason);
                });
        return row;
    }

    private static Amount amount(DumpContents.OfClass each, Reachability how) {
        return each.amounts().getOrDefault(how, Amount.NONE);
    }

    private static List<List<String>> difference(DumpDifference difference) {
        var rows = new ArrayList<List<String>>();
        rows.add(DIFFERENCE);
        difference
                .classes()
                .forEach(each -> rows.add(List.of(
                        difference.older(),
                        difference.newer(),
                        each.name(),
                        Long.toString(each.older().instances()),
                        Long.toString(each.newer().instances()),
                        Long.toString(each.older().bytes()),
                        Long.toString(each.newer().bytes()),
                        figure(each.olderRetained()),
                        figure(each.newerRetained()),
                        reason(each.newerRetained()))));
        return rows;
    }

    private static String figure(Observed<Long> bytes) {
        return bytes.present().map(figure -> Long.toString(figure)).orElse("");
    }

    private static String reason(Observed<Long> bytes) {
        return switch (bytes) {
            case Observed.Present<Long> _ -> "";
            case Observed.Missing<Long>(var reason) -> reason;
        };
    }
}
