package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One pass over the files of a recording: finds the chunks, has them read, and adds up what was met. */
final class ReadSession {
    private final Choices choices;
    private final Crew crew;
    private final LongConsumer progress;
    private final Plans plans;
    private final Losses losses = new Losses();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private long[] counted = {};
    private @Nullable ChunkPlan countedBy;
    private @Nullable ChunkHeader before;
    private @Nullable Ticks ticks;
    private int chunks;
    private long unknown;
    private long fromNanos = Long.MAX_VALUE;
    private long toNanos = Long.MIN_VALUE;
    private long bytes;
    private @Nullable Path last;

    ReadSession(Choices choices, Crew crew, LongConsumer progress) {
        this.choices = choices;
        this.crew = crew;
        this.progress = progress;
        this.plans = new Plans(choices);
    }

    void read(Path path) throws IOException {
        last = path;
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var finder = new ChunkFinder(path, channel, losses);
            for (var found = finder.next(); found.isPresent(); found = finder.next()) {
                var planned = plan(path, channel, found.get());
                if (planned != null) {
                    deliver(crew.read(planned));
                }
                progress.accept(bytes + finder.offset());
            }
            for (var reader = crew.await(); reader != null; reader = crew.await()) {
                deliver(reader);
            }
            bytes += channel.size();
            progress.accept(bytes);
        }
    }

    private @Nullable PlannedChunk plan(Path path, FileChannel channel, ChunkHeader chunk) throws IOException {
        if (!chunk.finished()) {
            losses.add(
                    path,
                    chunk.end(),
                    0,
                    "was not finished: its virtual machine still runs or was killed; what it wrote after its last flush is lost");
        }
        if (!chunk.compressed()) {
            losses.add(
                    path, chunk.offset(), chunk.size(), "has a chunk with numbers of full length, which is not read");
            return null;
        }
        try {
            return planned(path, channel, chunk, plans.of(channel, chunk));
        } catch (Malformed damage) {
            var borrowed = plans.borrowed(chunk);
            var reason = "has a chunk that " + damage.reason();
            losses.add(
                    path,
                    chunk.offset(),
                    borrowed == null ? chunk.size() : 0,
                    borrowed == null ? reason : reason + "; it is read by the description of the one before");
            return borrowed == null ? null : planned(path, channel, chunk, borrowed);
        }
    }

    private PlannedChunk planned(Path path, FileChannel channel, ChunkHeader chunk, ChunkPlan plan) {
        ticks = before == null || ticks == null ? Ticks.of(chunk) : Ticks.of(chunk, before, ticks);
        before = chunk;
        var forks = new ArrayList<Fork<?>>();
        for (var visitor : choices.chunked()) {
            forks.add(Fork.of(visitor));
        }
        return new PlannedChunk(path, channel, chunk, plan, ticks, forks);
    }

    /** Reads the chunk whose turn it is; with several workers that is an earlier one than the one just found. */
    private void deliver(@Nullable ChunkReader reader) throws IOException {
        if (reader == null) {
            return;
        }
        var chunk = reader.chunk();
        reader.deliver(choices);
        chunks++;
        unknown += reader.unknown();
        count(chunk.plan(), reader.counts());
        fromNanos = Math.min(fromNanos, reader.fromNanos());
        toNanos = Math.max(toNanos, reader.toNanos());
        losses.addAll(reader.losses());
        crew.release(reader);
    }

    /** Added up by number as long as the numbers mean the same. */
    private void count(ChunkPlan plan, long[] more) {
        if (plan != countedBy) {
            nameCounts();
            countedBy = plan;
            counted = new long[more.length];
        }
        for (int i = 0; i < more.length; i++) {
            counted[i] += more[i];
        }
    }

    private void nameCounts() {
        if (countedBy == null) {
            return;
        }
        var events = countedBy.events();
        for (int i = 0; i < counted.length; i++) {
            counts.merge(events.get(i).name(), counted[i], Long::sum);
        }
    }

    ReadResult result() throws RecordingException {
        if (chunks == 0) {
            throw new RecordingException(refusal());
        }
        nameCounts();
        return new ReadResult(
                chunks,
                Ticks.instant(fromNanos),
                Ticks.instant(toNanos),
                counts,
                unknown,
                losses.first(),
                losses.count(),
                losses.bytes(),
                bytes);
    }

    private String refusal() {
        if (losses.first().isEmpty()) {
            return last + " is empty: its virtual machine ended before it wrote the recording";
        }
        var loss = losses.first().getFirst();
        return loss.file() + " " + loss.reason();
    }
}
