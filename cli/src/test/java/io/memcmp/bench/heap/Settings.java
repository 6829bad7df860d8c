package io.memcmp.bench.heap;

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
            "dumps",
            "program",
            "classes",
            "lib",
            "peers",
            "memcmp",
            "rounds",
            "slow",
            "seed",
            "limit",
            "heap",
            "parts",
            "kinds",
            "readers",
            "questions");

    static Settings parse(String[] args) {
        return new Settings(Words.parse(args, KNOWN));
    }

    /** {@return where the dumps are, or shall be} */
    Path dumps() {
        return Path.of(words.text("dumps", "."));
    }

    /** {@return the class path of the program that is dumped} */
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

    /** {@return in how many of them the readers of others take part} */
    int slowRounds() {
        return (int) words.number("slow", 2);
    }

    /** {@return where the random order begins} */
    long seed() {
        return words.number("seed", 1);
    }

    /** {@return how long one process may take} */
    Duration limit() {
        return words.seconds("limit", 300);
    }

    /** {@return the most Java heap of every reader, as in {@code -Xmx}; empty for what the virtual machine takes by itself} */
    String heap() {
        return words.text("heap", "");
    }

    /** {@return the parts of the benchmark: dumps, readers, memory} */
    List<String> parts() {
        return words.list("parts", "dumps,readers,memory");
    }

    /** {@return the dumps that are read} */
    List<DumpKind> kinds() {
        return DumpKind.all().stream()
                .filter(kind -> words.wanted("kinds", kind.id()))
                .toList();
    }

    /** {@return what is asked} */
    List<Question> questions() {
        return List.of(Question.HISTOGRAM, Question.RETAINED).stream()
                .filter(question -> words.wanted("questions", question.id()))
                .toList();
    }

    /** {@return who takes part; memcmp always does, as the others are compared with it} */
    List<Contestant> readers() {
        return Arrays.stream(Contestant.values())
                .filter(reader -> reader != Contestant.SCAN)
                .filter(reader -> reader == Contestant.MEMCMP || words.wanted("readers", reader.id()))
                .toList();
    }
}
