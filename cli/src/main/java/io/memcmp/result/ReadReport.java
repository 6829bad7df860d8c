package io.memcmp.result;

import io.memcmp.analysis.Reading;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A report that was read back: its cells, and everything that tells whether they may be held against those of another.
 *
 * @param name what the user called it
 * @param label the same, as short as it can be beside the others
 * @param kind what was read
 * @param tool version of the memcmp that wrote it; empty where nothing tells
 * @param created when its run began, as the document says it; empty where nothing tells
 * @param identity equal for two readings of the same measurement
 * @param host what is known of the machine, by the names of the JSON; empty where nothing tells
 * @param settings digest of the settings its recordings were made with; empty where nothing tells
 * @param blocks how many blocks were asked for; 0 where there is no such design
 * @param noisy whether the machine disturbed so much of it that no verdict may be built on the rest
 * @param cells what was measured
 * @param skipped what was not, and why
 * @param remarks what its readers must know
 */
public record ReadReport(
        String name,
        String label,
        Kind kind,
        String tool,
        String created,
        String identity,
        SortedMap<String, String> host,
        Optional<String> settings,
        int blocks,
        boolean noisy,
        List<ReadCell> cells,
        List<String> skipped,
        List<String> remarks) {

    /** What a report was made of. */
    public enum Kind {
        /** The report of a run. */
        RUN,
        /** The trials that a run had finished when it ended without a report. */
        JOURNAL,
        /** Recordings. */
        RECORDINGS
    }

    /** Copies the collections. */
    public ReadReport {
        host = new TreeMap<>(host);
        cells = List.copyOf(cells);
        skipped = List.copyOf(skipped);
        remarks = List.copyOf(remarks);
    }

    /** {@return whether every trial that came to its end marked a window: then the costs of the window are judged} */
    public boolean windowed() {
        var ended = cells.stream()
                .flatMap(cell -> cell.figures().trials().stream())
                .filter(TrialFigures::ended)
                .toList();
        return !ended.isEmpty()
                && ended.stream().allMatch(trial -> trial.reading(Metrics.WINDOW) instanceof Reading.Value);
    }

    /** {@return whether both were read from the same measurement} */
    boolean sameAs(ReadReport other) {
        return identity.equals(other.identity);
    }

    /** {@return the same under a short name} */
    public ReadReport labelled(String text) {
        return new ReadReport(
                name, text, kind, tool, created, identity, host, settings, blocks, noisy, cells, skipped, remarks);
    }

    /** {@return the same, with the digest of the settings file that lay beside it} */
    ReadReport recordedWith(Optional<String> digest) {
        return new ReadReport(
                name, label, kind, tool, created, identity, host, digest, blocks, noisy, cells, skipped, remarks);
    }
}
