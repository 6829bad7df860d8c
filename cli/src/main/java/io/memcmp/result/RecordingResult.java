package io.memcmp.result;

import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.jfr.ReadResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of one recording that {@code memcmp analyze} was given. */
public sealed interface RecordingResult {

    /** {@return what was given} */
    Source source();

    /**
     * Where a recording lies.
     *
     * @param name what to call it
     * @param files its files as the user knows them
     * @param bytes their size, unpacked where that came about
     */
    record Source(String name, List<String> files, long bytes) {
        /** Copies the list. */
        public Source {
            files = List.copyOf(files);
        }
    }

    /**
     * It was read, if not to the last byte.
     *
     * @param source what was given
     * @param profile what it tells
     * @param read what the reader met; losses are in files as the user knows them
     * @param defect what is wrong with it that the reader does not know: a packed file that is cut off
     */
    record Read(Source source, RecordingProfile profile, ReadResult read, Optional<String> defect)
            implements RecordingResult {
        private static final int MOST_FILES = 3;

        /** {@return what the metrics are read off} */
        public TrialFacts facts() {
            return TrialFacts.ofRecording(profile);
        }

        /** {@return every metric's reading, in the order of {@link Metrics#ALL}} */
        public Map<Metric, Reading> readings() {
            var facts = facts();
            var readings = new LinkedHashMap<Metric, Reading>();
            Metrics.ALL.forEach(metric -> readings.put(metric, metric.read().apply(facts)));
            return readings;
        }

        /**
         * {@return the metric as that of a cell of one trial}
         *
         * @param metric which one
         */
        public Summary summary(Metric metric) {
            return Summary.of(List.of(metric.read().apply(facts())));
        }

        /** {@return why its figures do not speak of all of its program's run; empty where they do} */
        public Optional<String> incomplete() {
            var reasons = new ArrayList<String>();
            if (!profile.completeness().complete()) {
                reasons.add(where() + profile.completeness().reason());
            }
            defect.ifPresent(reasons::add);
            return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
        }

        /** Of several files, in which ones something is lost: that of the reason first. */
        private String where() {
            var files = read.losses().stream()
                    .map(loss -> loss.file().toString())
                    .distinct()
                    .toList();
            if (source.files().size() == 1 || files.isEmpty()) {
                return "";
            }
            int more = files.size() - MOST_FILES;
            var named = String.join(", ", files.subList(0, Math.min(MOST_FILES, files.size())));
            return "in " + named + (more > 0 ? " and " + more + " more" : "") + ": ";
        }
    }

    /**
     * Nothing of it can be read.
     *
     * @param source what was given
     * @param reason why
     */
    record Unreadable(Source source, String reason) implements RecordingResult {}

    /**
     * It can be read, and nothing of it lies in the part that was asked for.
     *
     * @param source what was given
     * @param reason how far it reaches
     */
    record Outside(Source source, String reason) implements RecordingResult {}
}
