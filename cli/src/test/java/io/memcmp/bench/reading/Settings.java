package io.memcmp.bench.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is measured, and how: words of the form {@code name=value} on the command line.
 *
 * @param words as typed
 */
record Settings(Map<String, String> words) {
    private static final List<String> KNOWN = List.of(
            "recordings",
            "program",
            "classes",
            "lib",
            "peers",
            "memcmp",
            "rounds",
            "slow",
            "seed",
            "limit",
            "parts",
            "kinds",
            "readers");

    /** Refuses what it does not know. */
    Settings {
        words = Map.copyOf(words);
        for (var name : words.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("unknown: " + name + "; choose from: " + KNOWN);
            }
        }
    }

    static Settings parse(String[] args) {
        return new Settings(Arrays.stream(args)
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : "")));
    }

    private String value(String name, String otherwise) {
        return words.getOrDefault(name, otherwise);
    }

    /** {@return where the recordings are, or shall be} */
    Path recordings() {
        return Path.of(value("recordings", "."));
    }

    /** {@return the class path of the program that is recorded} */
    String program() {
        return value("program", "workloads/target/test-classes");
    }

    /** {@return the classes of this benchmark} */
    Path classes() {
        return Path.of(value("classes", "cli/target/test-classes"));
    }

    /** {@return memcmp's own jars} */
    Path lib() {
        return Path.of(value("lib", "cli/target/lib"));
    }

    /** {@return the jars of others} */
    Path peers() {
        return Path.of(value("peers", "cli/target/bench-lib"));
    }

    /** {@return the installed tool; empty where it shall not take part} */
    String memcmp() {
        return value("memcmp", "");
    }

    /** {@return how many rounds} */
    int rounds() {
        return Integer.parseInt(value("rounds", "5"));
    }

    /** {@return in how many of them the slow readers take part} */
    int slowRounds() {
        return Integer.parseInt(value("slow", Integer.toString(rounds())));
    }

    /** {@return where the random order begins} */
    long seed() {
        return Long.parseLong(value("seed", "1"));
    }

    /** {@return how long one process may take} */
    Duration limit() {
        return Duration.ofSeconds(Long.parseLong(value("limit", "120")));
    }

    /** {@return the parts of the benchmark: full, gc, warm, memory} */
    List<String> parts() {
        return List.of(value("parts", "full,gc,warm,memory").split(",", -1));
    }

    /** {@return the recordings that are read} */
    List<Kind> kinds() {
        var wanted = List.of(value("kinds", "").split(",", -1));
        return Kind.all().stream()
                .filter(kind -> wanted.contains("") || wanted.contains(kind.id()))
                .toList();
    }

    /** {@return who takes part; memcmp always does, as the others are compared with it} */
    List<Contestant> readers() {
        var wanted = List.of(value("readers", "").split(",", -1));
        return Arrays.stream(Contestant.values())
                .filter(reader -> reader == Contestant.MEMCMP || wanted.contains("") || wanted.contains(reader.id()))
                .toList();
    }
}
