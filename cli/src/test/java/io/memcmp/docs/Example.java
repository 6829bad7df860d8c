package io.memcmp.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A memcmp command in a code block of the documentation.
 *
 * @param page where it stands
 * @param words what stands behind {@code memcmp}
 * @param answer the lines below it, where the block shows them
 */
record Example(String page, List<String> words, List<String> answer) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|console)\\n(.*?)^```$");
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|&& *|; *)(?:[A-Z_]+=\\S* )*(?:~/\\.local/bin/)?memcmp( .*)?$");
    /** A condition in quotes is none. */
    private static final Pattern REDIRECTION = Pattern.compile("^((?:[^'\"]|'[^']*'|\"[^\"]*\")*?) +[|<>] .*$");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    Example {
        words = List.copyOf(words);
        answer = List.copyOf(answer);
    }

    static List<Example> in(String page) {
        var examples = new ArrayList<Example>();
        BLOCK.matcher(Pages.read(page)).results().forEach(block -> {
            var text = block.group(2).replaceAll("\\\\\\n\\s*", "");
            boolean console = block.group(1).equals("console");
            examples.addAll(console ? shown(page, text) : plain(page, text));
        });
        return examples;
    }

    private static List<Example> plain(String page, String text) {
        return text.lines()
                .flatMap(line -> words(line).map(words -> new Example(page, words, List.of())))
                .toList();
    }

    /** A prompt, and what was answered until the next one. */
    private static List<Example> shown(String page, String text) {
        return Arrays.stream(text.split("(?m)^\\$ ", -1))
                .map(part -> part.lines().toList())
                .filter(lines -> !lines.isEmpty())
                .flatMap(lines ->
                        words(lines.getFirst()).map(words -> new Example(page, words, lines.subList(1, lines.size()))))
                .toList();
    }

    private static Stream<List<String>> words(String line) {
        var command = COMMAND.matcher(REDIRECTION.matcher(line).replaceFirst("$1"));
        if (!command.find()) {
            return Stream.of();
        }
        var rest = command.group(1);
        return Stream.of(WORD.matcher(rest == null ? "" : rest)
                .results()
                .map(word -> Stream.of(1, 2, 3)
                        .map(word::group)
                        .filter(group -> group != null)
                        .findFirst()
                        .orElse(""))
                .toList());
    }

    boolean analyzes() {
        return !words.isEmpty() && words.getFirst().equals("analyze");
    }

    /** {@return whether it reads reports that the page does not hold} */
    boolean compares() {
        return !words.isEmpty()
                && (words.getFirst().equals("compare") || words.getFirst().equals("check"));
    }

    /** {@return whether it reads heap dumps} */
    boolean dumps() {
        return !words.isEmpty() && words.getFirst().equals("heap");
    }

    boolean runs() {
        return !words.isEmpty() && List.of("run", "aa").contains(words.getFirst());
    }

    /** {@return whether it searches a minimum heap, which takes its time} */
    boolean searches() {
        return !words.isEmpty() && words.getFirst().equals("minheap");
    }

    /** {@return whether the page shows it being refused} */
    boolean refused() {
        return !answer.isEmpty()
                && answer.getFirst().startsWith("memcmp: ")
                && !answer.getFirst().matches("memcmp: (minimum heap )?\\d+/.*");
    }

    @Override
    public String toString() {
        return page + ": memcmp " + String.join(" ", words);
    }
}
