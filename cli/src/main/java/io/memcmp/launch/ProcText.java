package io.memcmp.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the kernel tells in small text files. */
final class ProcText {
    /** Files of this machine by their path; empty where there is none or it may not be read. */
    static final Function<Path, Optional<String>> OF_THIS_MACHINE = ProcText::read;

    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

    private ProcText() {}

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** {@return the number after a name at the beginning of a line: {@code pswpin 17}, {@code MemTotal:  9 kB}} */
    static OptionalLong number(String text, String name) {
        return Pattern.compile("(?m)^" + Pattern.quote(name) + ":?\\s+(\\d{1,18})\\b")
                .matcher(text)
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .findFirst();
    }

    /** {@return the text after a name at the beginning of a line} */
    static Optional<String> word(String text, String name) {
        return Pattern.compile("(?m)^" + Pattern.quote(name) + "\\s*:\\s*(.*)$")
                .matcher(text)
                .results()
                .map(line -> line.group(1).strip())
                .filter(word -> !word.isEmpty())
                .findFirst();
    }

    /** {@return the numbers of a list such as {@code 0-3,8}} */
    static BitSet numbers(String list) {
        var numbers = new BitSet();
        RANGE.matcher(list).results().forEach(range -> {
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            numbers.set(first, last + 1);
        });
        return numbers;
    }
}
