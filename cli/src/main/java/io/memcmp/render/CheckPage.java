package io.memcmp.render;

import io.memcmp.result.Checked;
import io.memcmp.result.CheckedLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A check: the outcome first, then what is broken, what is not known, what holds. */
final class CheckPage {
    private static final List<CheckedLimit.Status> ORDER = List.of(
            CheckedLimit.Status.BROKEN,
            CheckedLimit.Status.INCONCLUSIVE,
            CheckedLimit.Status.HOLDS,
            CheckedLimit.Status.NOT_CHECKED);

    private CheckPage() {}

    static List<Block> of(Checked checked) {
        var words = new CheckWords(checked);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(checked.report().name() + " · " + CheckWords.tally(checked)));
        checked.request().baseline().ifPresent(baseline -> blocks.add(new Block.Note("baseline: " + baseline.name())));
        checked.warnings().forEach(warning -> blocks.add(new Block.Note("note: " + warning)));
        checked.results().stream().map(CheckedLimit::point).distinct().forEach(point -> {
            blocks.add(new Block.Heading(CheckWords.cell(point)));
            blocks.add(new Block.Table(
                    List.of("", "expected", "median [its 95 % interval]"),
                    checked.results().stream()
                            .filter(result -> result.point().equals(point))
                            .sorted(Comparator.comparingInt(result -> ORDER.indexOf(result.status())))
                            .map(result -> row(result, words))
                            .toList(),
                    Block.Kind.WORDS));
        });
        if (!checked.unmatched().isEmpty()) {
            blocks.add(new Block.Heading("Not looked at"));
            checked.unmatched().forEach(text -> blocks.add(new Block.Note(text)));
        }
        blocks.add(new Block.Note(
                "a budget holds when all of the median's 95 % interval does, and is broken when none of it"
                        + " does; of 5 trials every one must, fewer do not tell"));
        return List.copyOf(blocks);
    }

    private static List<String> row(CheckedLimit result, CheckWords words) {
        var seen = CheckWords.seen(result);
        var reason = words.reason(result);
        return List.of(
                CheckWords.status(result.status()),
                result.budget().isPresent() || result.metric().isEmpty()
                        ? words.expected(result)
                        : result.metric().get().id(),
                seen + (reason.isEmpty() ? "" : seen.equals("–") ? " " + reason : "; " + reason));
    }
}
