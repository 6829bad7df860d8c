package io.memcmp.render;

import io.memcmp.analysis.census.Census;
import io.memcmp.analysis.census.ClassCensus;
import io.memcmp.analysis.census.Parts;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Subject;
import io.memcmp.result.CellResult;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the bytes of each heap go, by class; cells alike stand together. */
final class CensusPage {
    private static final int MOST = 5;
    private static final int MOST_DETAILS = 20;

    /** Cells of one program in one layout are alike when their totals differ by no more than this share. */
    private static final double ALIKE = 0.01;

    /** Hidden bytes are a matter for the sentence from one thousandth on. */
    private static final long WORTH_SAYING = 1000;

    private record Counted(CellResult cell, Census census, double median) {}

    private record Place(Subject subject, Jdk jdk, LayoutMode mode) {}

    private CensusPage() {}

    static List<Block> of(Report.Run run, CellNames names, boolean details) {
        var places = new LinkedHashMap<Place, List<List<Counted>>>();
        for (var cell : run.cells()) {
            counted(cell).ifPresent(counted -> {
                var place = new Place(
                        cell.cell().subject(),
                        cell.cell().jdk(),
                        counted.census().mode());
                add(counted, places.computeIfAbsent(place, _ -> new ArrayList<>()));
            });
        }
        var blocks = new ArrayList<Block>();
        int most = details ? MOST_DETAILS : MOST;
        places.values().stream().flatMap(List::stream).forEach(group -> blocks.addAll(table(group, names, most)));
        if (!blocks.isEmpty()) {
            blocks.add(
                    new Block.Note("refs: fields and elements that refer to objects; payload: those of primitive types;"
                            + " hidden: what the JVM adds to classes of its own"));
            blocks.addAll(ForecastPage.of(run, names));
        }
        blocks.addAll(missing(run, names));
        return blocks;
    }

    /** Of cells whose census was asked for and is not there, why. */
    private static List<Block> missing(Report.Run run, CellNames names) {
        var blocks = new ArrayList<Block>();
        for (var cell : run.cells()) {
            if (cell.trials().stream().anyMatch(trial -> trial.facts().censusWanted())
                    && cell.summary(Metrics.CENSUS) instanceof Summary.Absent(var reason)) {
                blocks.add(new Block.Note("no census of " + names.of(cell.cell()) + ": " + reason));
            }
        }
        return blocks;
    }

    private static void add(Counted counted, List<List<Counted>> groups) {
        groups.stream()
                .filter(group -> Math.abs(counted.median() / group.getFirst().median() - 1) <= ALIKE)
                .findFirst()
                .ifPresentOrElse(group -> group.add(counted), () -> groups.add(new ArrayList<>(List.of(counted))));
    }

    /** The trial that speaks for the cell is the one whose total is the median, or the next below it. */
    private static Optional<Counted> counted(CellResult cell) {
        if (!(cell.summary(Metrics.CENSUS) instanceof Summary.Of(var sample))) {
            return Optional.empty();
        }
        var ascending = cell.trials().stream()
                .flatMap(trial -> trial.facts().census().present().stream())
                .sorted(Comparator.comparingLong(census -> census.total().bytes()))
                .toList();
        return Optional.of(new Counted(cell, ascending.get((ascending.size() - 1) / 2), sample.median()));
    }

    private static List<Block> table(List<Counted> group, CellNames names, int most) {
        var census = group.getFirst().census();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("Where the heap's bytes go · " + LayoutWords.of(census.mode())));
        blocks.add(new Block.Note(String.join(
                ", ",
                group.stream().map(counted -> names.of(counted.cell().cell())).toList())));
        blocks.add(new Block.Note(sentence(census, group)));
        blocks.add(new Block.Table(
                List.of("class", "instances", "bytes", "header", "refs", "payload", "pad", "hidden"),
                rows(census, most),
                Block.Kind.FIGURES));
        return blocks;
    }

    private static String sentence(Census census, List<Counted> group) {
        var parts = census.total();
        var shares = new LinkedHashMap<String, Long>();
        shares.put("headers", parts.header());
        shares.put("references", parts.references());
        shares.put("padding", parts.padding());
        if (parts.hidden() > parts.bytes() / WORTH_SAYING) {
            shares.put("hidden", parts.hidden());
        }
        shares.put("payload", parts.payload());
        return "of " + total(group) + ": "
                + String.join(
                        ", ",
                        shares.entrySet().stream()
                                .map(share -> share(share, parts.bytes()))
                                .toList());
    }

    private static String share(Map.Entry<String, Long> part, long all) {
        return Quantities.text((double) part.getValue() / all, Unit.RATIO) + " " + part.getKey();
    }

    private static String total(List<Counted> group) {
        var totals = group.stream().mapToDouble(Counted::median).summaryStatistics();
        var least = Quantities.text(totals.getMin(), Unit.BYTES);
        var most = Quantities.text(totals.getMax(), Unit.BYTES);
        return least.equals(most) ? least : least + " to " + most;
    }

    private static List<List<String>> rows(Census census, int most) {
        var shown = census.classes().stream().limit(most).toList();
        var parts = shown.stream().map(ClassCensus::parts).reduce(Parts.NONE, Parts::plus);
        long instances = shown.stream().mapToLong(ClassCensus::instances).sum();
        long others = census.instances() - instances;
        return Stream.of(
                        shown.stream().map(each -> row(each.name(), each.instances(), each.parts())),
                        Stream.of(row("all others", others, census.total().minus(parts)))
                                .filter(_ -> others > 0),
                        Stream.of(row("all", census.instances(), census.total())))
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> row(String name, long instances, Parts parts) {
        return List.of(
                name,
                Quantities.text(instances, Unit.COUNT),
                bytes(parts.bytes()),
                bytes(parts.header()),
                bytes(parts.references()),
                bytes(parts.payload()),
                bytes(parts.padding()),
                bytes(parts.hidden()));
    }

    /** A table of eight columns has no room for zeros that say nothing. */
    private static String bytes(long bytes) {
        return bytes == 0 ? "0" : Quantities.text(bytes, Unit.BYTES);
    }
}
