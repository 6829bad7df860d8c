package io.memcmp.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the probe was started: {@code key=value;key=value…}.
 *
 * @param parent the process without which this one ends itself
 * @param liveSetAtExit whether to take the class histogram when the virtual machine shuts down
 * @param hiccup how long the hiccup thread sleeps; zero is off
 * @param pidDirectory where to leave a file named after this process
 * @param heapDump where to leave a heap dump at the quiet point, or when the virtual machine shuts down
 * @param oldObjects where the recording is written out at the quiet point, for its samples of old objects
 * @param records whether to measure anything; without it the probe only watches its parent and takes next to no memory
 */
record Options(
        OptionalLong parent,
        boolean liveSetAtExit,
        Duration hiccup,
        Optional<Path> pidDirectory,
        Optional<Path> heapDump,
        Optional<Path> oldObjects,
        boolean records) {

    /** @throws IllegalArgumentException naming the key that is unknown or has no such value */
    static Options parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String option : text.split(";", 0)) {
            if (!option.isBlank()) {
                int equals = option.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("not key=value: " + option);
                }
                values.put(
                        option.substring(0, equals).strip(),
                        option.substring(equals + 1).strip());
            }
        }
        var parent = Optional.ofNullable(values.remove("parent"));
        var liveSet = Optional.ofNullable(values.remove("live-set"));
        var hiccup = Optional.ofNullable(values.remove("hiccup"));
        var pidFile = Optional.ofNullable(values.remove("pid-file"));
        var heapDump = Optional.ofNullable(values.remove("heap-dump"));
        var oldObjects = Optional.ofNullable(values.remove("old-objects"));
        var record = Optional.ofNullable(values.remove("record"));
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("unknown keys " + values.keySet()
                    + ", there are [parent, live-set, hiccup, pid-file, heap-dump, old-objects, record]");
        }
        return new Options(
                parent.map(value -> OptionalLong.of(number("parent", value))).orElseGet(OptionalLong::empty),
                liveSet.map(value -> only("live-set", "exit", value)).isPresent(),
                Duration.ofMillis(hiccup.map(value -> number("hiccup", value)).orElse(5L)),
                pidFile.map(Path::of),
                heapDump.map(value -> file("heap-dump", ".hprof", value)),
                oldObjects.map(value -> file("old-objects", ".jfr", value)),
                record.map(value -> only("record", "none", value)).isEmpty());
    }

    /** The virtual machine writes dumps to files of such a name only. */
    private static Path file(String key, String ending, String value) {
        if (!value.endsWith(ending)) {
            throw new IllegalArgumentException(key + "=" + value + " does not end with " + ending);
        }
        return Path.of(value.replace("%p", Long.toString(ProcessHandle.current().pid())));
    }

    private static String only(String key, String known, String value) {
        if (!value.equals(known)) {
            throw new IllegalArgumentException(key + "=" + value + ", only " + known + " is known");
        }
        return value;
    }

    private static long number(String key, String value) {
        try {
            long number = Long.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a negative number
        }
        throw new IllegalArgumentException(key + "=" + value + " is not a number from 0 up");
    }
}
