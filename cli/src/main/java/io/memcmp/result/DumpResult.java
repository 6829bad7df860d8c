package io.memcmp.result;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of one heap dump. */
public sealed interface DumpResult {
    /** {@return where it came from} */
    Source source();

    /**
     * Where a dump came from.
     *
     * @param name what the user calls it
     * @param bytes of the file, before it was unpacked
     */
    record Source(String name, long bytes) {}

    /**
     * It was read, as far as it goes.
     *
     * @param source where it came from
     * @param contents what is in it
     * @param defect what is wrong with the packed file; empty where nothing is
     */
    record Read(Source source, DumpContents contents, Optional<String> defect) implements DumpResult {
        /** {@return why this is not all of the heap; empty when it is} */
        public Optional<String> incomplete() {
            var reasons = Stream.of(defect, contents.facts().incomplete())
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("; "));
            return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
        }
    }

    /**
     * Nothing can be said of it.
     *
     * @param source where it came from
     * @param reason why not, as a sentence
     */
    record Unreadable(Source source, String reason) implements DumpResult {}
}
