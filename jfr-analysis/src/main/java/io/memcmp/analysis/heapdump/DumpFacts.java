package io.memcmp.analysis.heapdump;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is in a dump.
 *
 * @param format as the file calls itself, for example {@code JAVA PROFILE 1.0.2}
 * @param identifierBytes 4 or 8
 * @param written when the dump was written
 * @param fileBytes length of the file
 * @param objects how many objects, classes among them
 * @param references how many references between them that are not null
 * @param roots how many roots of each kind, in words, for example {@code thread stack}
 * @param layout of the objects
 * @param dangling references to objects that are not in the dump
 * @param incomplete why this is not all of the heap; empty when it is
 * @param warnings what was odd, in sentences
 */
public record DumpFacts(
        String format,
        int identifierBytes,
        Instant written,
        long fileBytes,
        long objects,
        long references,
        Map<String, Long> roots,
        DumpLayout layout,
        long dangling,
        Optional<String> incomplete,
        List<String> warnings) {
    /** Copies the collections. */
    public DumpFacts {
        roots = Map.copyOf(roots);
        warnings = List.copyOf(warnings);
    }
}
