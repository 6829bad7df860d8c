package io.memcmp.bench.reading;

import io.memcmp.bench.contest.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured, and how: words of the form {@code name=value} on the command line.
 *
 * @param words as typed
 */
record Settings(Words words) {
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

    static Settings parse(String[] args) {
        return new Settings(Words.parse(args, KNOWN));
    }

    /** {@return where the recordings are, or shall be} */
    Path recordings() {
        return Path.of(words.text("recordings", "."));
    }

    /** {@return the class path of the program that is recorded} */
    String program() {
        return words.text("program", "workloads/target/test-classes");
    }

    /** {@return the classes of this benchmark} */
    Path classes() {
        return Path.of(words.text("classes", "cli/target/test-classes"));
    }

    /** {@return memcmp's own jars} */
    Path lib() {
        return Path.of(words.text("lib", "cli/target/lib"));
    }

    /** {@return the jars of others} */
    Path peers() {
        return Path.of(words.text("peers", "cli/target/bench-lib"));
    }

    /** {@return the installed tool; empty where it shall not take part} */
    String memcmp() {
        return words.text("memcmp", "");
    }

    /** {@return how many rounds} */
    int rounds() {
        return (int) words.number("rounds", 5);
    }

    /** {@return in how many of them the slow readers take part} */
    int slowRounds() {
        return (int) words.number("slow", rounds());
    }

    /** {@return where the random order begins} */
    long seed() {
        return words.number("seed", 1);
    }

    /** {@return how long one process may take} */
    Duration limit() {
        return words.seconds("limit", 120);
    }

    /** {@return the parts of the benchmark: full, gc, warm, memory} */
    List<String> parts() {
        return words.list("parts", "full,gc,warm,memory");
    }

    /** {@return the recordings that are read} */
    List<Kind> kinds() {
        return Kind.all().stream()
                .filter(kind -> words.wanted("kinds", kind.id()))
                .toList();
    }

    /** {@return who takes part; memcmp always does, as the others are compared with it} */
    List<Contestant> readers() {
        return Arrays.stream(Contestant.values())
                .filter(reader -> reader == Contestant.MEMCMP || words.wanted("readers", reader.id()))
                .toList();
    }
}
