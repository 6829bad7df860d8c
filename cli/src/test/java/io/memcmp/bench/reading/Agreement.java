package io.memcmp.bench.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares answers question by question; what a line begins with is its question. */
final class Agreement {
    private Agreement() {}

    /**
     * {@return in words where an answer differs}
     *
     * @param reference what the JDK's own reader found
     * @param answer what another found
     */
    static String of(List<String> reference, List<String> answer) {
        var expected = byQuestion(reference);
        var found = byQuestion(answer);
        var differences = new ArrayList<String>();
        expected.forEach((question, lines) -> {
            var others = found.getOrDefault(question, List.of());
            var missing = new HashSet<>(lines);
            others.forEach(missing::remove);
            var added = new HashSet<>(others);
            lines.forEach(added::remove);
            if (others.isEmpty()) {
                differences.add("no " + question);
            } else if (!missing.isEmpty() || !added.isEmpty()) {
                differences.add(String.format(
                        "%s: %d of %d lines missing, %d others (%s)",
                        question, missing.size(), lines.size(), added.size(), example(missing, added)));
            }
        });
        return differences.isEmpty() ? "the same" : String.join("; ", differences);
    }

    private static String example(Set<String> missing, Set<String> added) {
        var examples = new ArrayList<String>();
        missing.stream().sorted().findFirst().ifPresent(line -> examples.add("`" + line + "`"));
        added.stream().sorted().findFirst().ifPresent(line -> examples.add("found `" + line + "`"));
        return String.join(", ", examples);
    }

    private static Map<String, List<String>> byQuestion(List<String> lines) {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        for (var line : lines) {
            questions
                    .computeIfAbsent(line.substring(0, line.indexOf(' ')), _ -> new ArrayList<>())
                    .add(line);
        }
        return questions;
    }
}
