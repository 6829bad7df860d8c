package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.Reachability;
import io.memcmp.result.DumpAnswers;
import io.memcmp.result.DumpObject;
import io.memcmp.result.DumpTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answers to what was asked about single classes and objects. */
final class DumpAnswerBlocks {
    private final List<Block> blocks = new ArrayList<>();

    private DumpAnswerBlocks() {}

    static List<Block> of(DumpAnswers answers) {
        var drawn = new DumpAnswerBlocks();
        answers.classes().forEach(drawn::ofClass);
        answers.objects().forEach(drawn::ofObject);
        answers.paths().forEach(drawn::ofPath);
        return drawn.blocks;
    }

    private void ofClass(DumpAnswers.OfClass answer) {
        blocks.add(new Block.Heading("Class " + answer.name()));
        switch (answer.found()) {
            case Observed.Missing<DumpAnswers.Found>(var reason) -> blocks.add(new Block.Note(reason));
            case Observed.Present<DumpAnswers.Found>(var found) -> found(found);
        }
    }

    private void found(DumpAnswers.Found found) {
        var fields = new ArrayList<Block.Field>();
        if (found.loaders() > 1) {
            fields.add(new Block.Field("classes of this name", found.loaders() + ", by different loaders"));
        }
        fields.add(new Block.Field("retained", DumpPage.bytes(found.retained()) + ", exactly"));
        fields.add(new Block.Field("live", amount(found.amount(Reachability.STRONG))));
        fields.add(new Block.Field("weak-only", amount(found.amount(Reachability.WEAK_ONLY))));
        fields.add(new Block.Field("unreachable", amount(found.amount(Reachability.UNREACHABLE))));
        blocks.add(new Block.Fields(fields));
        objects("largest instances", found.largest());
        groups("dominated by", "instances", found.dominators());
        groups("they dominate", "objects", found.holds());
    }

    private static String amount(Amount amount) {
        return DumpPage.count(amount.instances()) + " instances, " + DumpPage.bytes(amount.bytes());
    }

    private void objects(String title, List<DumpObject> objects) {
        if (!objects.isEmpty()) {
            blocks.add(new Block.Table(
                    List.of(title, "bytes", "retained"),
                    objects.stream()
                            .map(each -> List.of(
                                    each.name() + " at " + each.at(),
                                    DumpPage.bytes(each.bytes()),
                                    DumpPage.bytes(each.retained())))
                            .toList(),
                    Block.Kind.FIGURES));
        }
    }

    private void groups(String title, String counted, List<DumpTree.Group> groups) {
        if (!groups.isEmpty()) {
            blocks.add(new Block.Table(
                    List.of(title, counted, "retained"),
                    groups.stream()
                            .map(each -> List.of(
                                    each.name(), DumpPage.count(each.instances()), DumpPage.bytes(each.retained())))
                            .toList(),
                    Block.Kind.FIGURES));
        }
    }

    private void ofObject(DumpAnswers.OfObject answer) {
        var object = answer.object();
        blocks.add(new Block.Heading("Object " + object.at() + " · " + object.name()));
        var fields = new ArrayList<Block.Field>();
        fields.add(new Block.Field("bytes", DumpPage.bytes(object.bytes())));
        fields.add(new Block.Field("retained", DumpPage.bytes(object.retained())));
        fields.add(new Block.Field("reached", reached(answer.reached())));
        if (answer.length() >= 0) {
            fields.add(new Block.Field("elements", DumpPage.count(answer.length())));
        }
        fields.add(new Block.Field(
                "dominated by",
                answer.dominator().map(each -> each.name() + " at " + each.at()).orElse("no single object")));
        blocks.add(new Block.Fields(fields));
        if (!answer.slots().isEmpty()) {
            blocks.add(new Block.Table(
                    List.of(answer.length() < 0 ? "field" : "element", "type", "value"),
                    answer.slots().stream().map(DumpAnswerBlocks::slot).toList(),
                    Block.Kind.WORDS));
        }
        answer.slots().stream()
                .flatMap(slot ->
                        slot.value() instanceof Observed.Missing<String>(var reason) ? Stream.of(reason) : Stream.of())
                .distinct()
                .forEach(reason -> blocks.add(new Block.Note("–: " + reason)));
        objects("it dominates", answer.holds());
        path(answer);
    }

    private void path(DumpAnswers.OfObject answer) {
        if (answer.path().isEmpty()) {
            blocks.add(new Block.Note("no reference that counts leads to it from a root"));
        } else {
            blocks.add(DumpSuspectBlocks.path(answer.path()));
        }
    }

    private static String reached(Reachability how) {
        return switch (how) {
            case STRONG -> "by the references that count: it is live";
            case WEAK_ONLY -> "only by soft, weak, phantom or final references";
            case UNREACHABLE -> "not at all";
        };
    }

    private static List<String> slot(DumpAnswers.Slot slot) {
        var value = switch (slot.value()) {
            case Observed.Present<String>(var text) -> text;
            case Observed.Missing<String> _ -> "–";
        };
        var target = slot.target()
                .map(each -> ", " + each.name() + ", retains " + DumpPage.bytes(each.retained()))
                .orElse("");
        return List.of(slot.name(), slot.type(), value + target);
    }

    private void ofPath(DumpAnswers.OfPath answer) {
        blocks.add(new Block.Heading("Path to " + answer.asked()));
        switch (answer.found()) {
            case Observed.Missing<DumpAnswers.Path>(var reason) -> blocks.add(new Block.Note(reason));
            case Observed.Present<DumpAnswers.Path>(var path) -> {
                blocks.add(new Block.Note("%s at %s, retains %s"
                        .formatted(
                                path.object().name(),
                                path.object().at(),
                                DumpPage.bytes(path.object().retained()))));
                blocks.add(DumpSuspectBlocks.path(path.steps()));
            }
        }
    }
}
