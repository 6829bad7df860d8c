package io.memcmp.cli;

import io.memcmp.launch.JdkFinder;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.UserError;
import io.memcmp.render.OutputFormat;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report.Listing;
import io.memcmp.workloads.Workloads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lists behind {@code memcmp list}. */
final class Listings {
    private Listings() {}

    static Listing of(String what, JdkFinder jdks) {
        return switch (what) {
            case "workloads" -> workloads();
            case "collectors" -> collectors();
            case "jdks" -> jdks(jdks.all());
            case "metrics" -> metrics();
            case "formats" -> formats();
            default ->
                throw UserError.unknown("list", what, List.of("workloads", "collectors", "jdks", "metrics", "formats"));
        };
    }

    /** The list's rows of these names alone; all of them where none is named. */
    static Listing only(List<String> names, Listing listing) {
        if (names.isEmpty()) {
            return listing;
        }
        var known = listing.rows().stream().map(List::getFirst).distinct().toList();
        names.stream().filter(name -> !known.contains(name)).forEach(name -> {
            throw UserError.unknown(listing.columns().getFirst(), name, known);
        });
        return new Listing(
                listing.what(),
                listing.columns(),
                listing.rows().stream()
                        .filter(row -> names.contains(row.getFirst()))
                        .toList());
    }

    private static Listing collectors() {
        return new Listing(
                "collectors",
                List.of("collector", "meaning"),
                Arrays.stream(Collector.values())
                        .map(collector -> List.of(collector.id(), collector.summary()))
                        .toList());
    }

    private static Listing jdks(List<Jdk> found) {
        return new Listing(
                "jdks",
                List.of("release", "version", "vendor", "found_by", "home"),
                found.stream()
                        .map(jdk -> List.of(
                                Integer.toString(jdk.feature()),
                                jdk.version(),
                                jdk.vendor(),
                                jdk.provenance(),
                                jdk.home().toString()))
                        .toList());
    }

    private static Listing metrics() {
        return new Listing(
                "metrics",
                List.of("metric", "unit", "family", "meaning"),
                Metrics.ALL.stream()
                        .map(metric -> List.of(
                                metric.id(),
                                metric.unit().symbol(),
                                metric.family().name().toLowerCase(Locale.ROOT),
                                metric.summary()))
                        .toList());
    }

    private static Listing formats() {
        return new Listing(
                "formats",
                List.of("format", "meaning"),
                Arrays.stream(OutputFormat.values())
                        .map(format -> List.of(format.id(), format.summary()))
                        .toList());
    }

    private static Listing workloads() {
        var rows = new ArrayList<List<String>>();
        for (var workload : Workloads.ALL) {
            rows.add(List.of(workload.id(), "", workload.defaultHeapMiB() + "m heap", workload.summary()));
            for (var parameter : workload.parameters()) {
                rows.add(List.of(workload.id(), parameter.name(), parameter.defaultValue(), parameter.meaning()));
            }
        }
        return new Listing("workloads", List.of("workload", "parameter", "default", "meaning"), rows);
    }
}
