package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.IdentityHashMap;
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
    private final IdentityHashMap<ChunkPlan, long[]> counts = new IdentityHashMap<>();
    private @Nullable ChunkHeader before;
    private @Nullable Ticks ticks;
    private int chunks;
    private long unknown;
    private long fromNanos = Long.MAX_VALUE;
    private long toNanos = Long.MIN_VALUE;
    private long bytes;

    ReadSession(Choices choices, Crew crew, LongConsumer progress) {
        this.choices = choices;
        this.crew = crew;
        this.progress = progress;
        this.plans = new Plans(choices);
    }

    void read(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var finder = new ChunkFinder(path, channel, losses);
            for (var found = finder.next(); found.isPresent(); found = finder.next()) {
                var planned = plan(path, channel, found.get());
                if (planned != null) {
                    deliver(crew.read(planned));
                }
                progress.accept(bytes + finder.offset());
            }
            for (var last = crew.await(); last != null; last = crew.await()) {
                deliver(last);
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
        try {
            return new PlannedChunk(path, channel, chunk, plans.of(channel, chunk));
        } catch (Malformed damage) {
            losses.add(path, chunk.offset(), chunk.size(), "has a chunk that " + damage.reason());
            return null;
        }
    }

    /** Reads the chunk whose turn it is; with several workers that is an earlier one than the one just found. */
    private void deliver(@Nullable ChunkReader reader) throws IOException {
        if (reader == null) {
            return;
        }
        var chunk = reader.chunk();
        ticks = before == null || ticks == null
                ? Ticks.of(chunk.header())
                : Ticks.of(chunk.header(), before, ticks);
        before = chunk.header();
        reader.deliver(ticks, choices);
        chunks++;
        unknown += reader.unknown();
        var counted = reader.counts();
        var total = counts.get(chunk.plan());
        if (total == null) {
            total = new long[counted.length];
            counts.put(chunk.plan(), total);
        }
        for (int i = 0; i < counted.length; i++) {
            total[i] += counted[i];
        }
        fromNanos = Math.min(fromNanos, reader.fromNanos());
        toNanos = Math.max(toNanos, reader.toNanos());
        losses.addAll(reader.losses());
        crew.release(reader);
    }

    ReadResult result(Path path) throws RecordingException {
        if (chunks == 0) {
            var reason = bytes == 0
                    ? "is empty: its virtual machine ended before it wrote the recording"
                    : losses.first().getFirst().reason();
            throw new RecordingException(path + " " + reason);
        }
        var byName = new TreeMap<String, Long>();
        for (var entry : counts.entrySet()) {
            var events = entry.getKey().events();
            for (int i = 0; i < events.size(); i++) {
                byName.merge(events.get(i).name(), entry.getValue()[i], Long::sum);
            }
        }
        return new ReadResult(
                chunks,
                Ticks.instant(fromNanos),
                Ticks.instant(toNanos),
                byName,
                unknown,
                losses.first(),
                losses.count(),
                losses.bytes(),
                bytes);
    }
}
