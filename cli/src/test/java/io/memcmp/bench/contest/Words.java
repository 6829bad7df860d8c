package io.memcmp.bench.contest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words of the form {@code name=value} on the command line of a benchmark. */
public final class Words {
    private final Map<String, String> values;

    private Words(Map<String, String> values) {
        this.values = values;
    }

    /**
     * {@return what was typed; an unknown name is refused}
     *
     * @param args the command line
     * @param known the names there are
     */
    public static Words parse(String[] args, List<String> known) {
        var values = Arrays.stream(args)
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("unknown: " + name + "; choose from: " + known);
            }
        }
        return new Words(values);
    }

    /**
     * {@return a value}
     *
     * @param name of the word
     * @param otherwise where it was not typed
     */
    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /**
     * {@return a value}
     *
     * @param name of the word
     * @param otherwise where it was not typed
     */
    public long number(String name, long otherwise) {
        return Long.parseLong(text(name, Long.toString(otherwise)));
    }

    /**
     * {@return a span of time, typed in seconds}
     *
     * @param name of the word
     * @param otherwise seconds, where it was not typed
     */
    public Duration seconds(String name, long otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    /**
     * {@return a list, typed with commas}
     *
     * @param name of the word
     * @param otherwise where it was not typed
     */
    public List<String> list(String name, String otherwise) {
        return List.of(text(name, otherwise).split(",", -1));
    }

    /**
     * {@return whether something belongs to a list; where none was typed, everything does}
     *
     * @param name of the list
     * @param word the something
     */
    public boolean wanted(String name, String word) {
        var wanted = list(name, "");
        return wanted.contains("") || wanted.contains(word);
    }
}
