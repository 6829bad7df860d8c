package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.LeakSuspects;
import io.memcmp.analysis.heapdump.LeakSuspects.Accumulation;
import io.memcmp.analysis.heapdump.LeakSuspects.Suspect;
import io.memcmp.result.DumpSuspect;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Leak suspects as reports show them. */
final class Suspicions {
    private final Reader reader;
    private final HeapDump dump;

    private Suspicions(Reader reader) {
        this.reader = reader;
        this.dump = reader.dump();
    }

    static List<DumpSuspect> of(Reader reader, double share) throws IOException {
        var shown = new Suspicions(reader);
        return LeakSuspects.of(reader.dump(), reader.outline(), share).stream()
                .map(shown::suspect)
                .toList();
    }

    private DumpSuspect suspect(Suspect suspect) {
        return new DumpSuspect(
                suspect.name(),
                dump.addressOf(suspect.object()),
                suspect.instances(),
                suspect.retained(),
                suspect.share(),
                suspect.holders().stream()
                        .map(holder -> new DumpSuspect.Holder(
                                holder.kind().text().replace(' ', '_'),
                                holder.name(),
                                dump.addressOf(holder.object()),
                                holder.field()))
                        .toList(),
                accumulation(suspect.accumulation()),
                reader.steps(suspect.path()),
                suspect.reason());
    }

    private DumpSuspect.Accumulation accumulation(Accumulation pile) {
        return new DumpSuspect.Accumulation(
                pile.shape().name().toLowerCase(Locale.ROOT),
                pile.name(),
                dump.addressOf(pile.object()),
                pile.instances(),
                pile.retained(),
                pile.contents().stream()
                        .map(content -> new DumpSuspect.Content(
                                content.name(), dump.addressOf(content.object()), content.instances(), content.bytes()))
                        .toList());
    }
}
