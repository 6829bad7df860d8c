package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.LeakSuspects;
import io.memcmp.analysis.heapdump.LeakSuspects.Suspect;
import io.memcmp.result.DumpSuspect;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Leak suspects as reports show them. */
final class Suspicions {
    private Suspicions() {}

    static List<DumpSuspect> of(Reader reader, double share) throws IOException {
        return LeakSuspects.of(reader.dump(), share).stream()
                .map(suspect -> shown(suspect, reader))
                .toList();
    }

    private static DumpSuspect shown(Suspect suspect, Reader reader) {
        return new DumpSuspect(
                suspect.name(),
                suspect.object() == HeapDump.NONE
                        ? Optional.empty()
                        : Optional.of(reader.dump().addressOf(suspect.object())),
                suspect.instances(),
                suspect.retained(),
                suspect.share(),
                suspect.accumulation()
                        .map(pile -> new DumpSuspect.Accumulation(
                                reader.object(pile.object()), pile.content(), pile.instances(), pile.bytes())),
                reader.steps(suspect.path()),
                suspect.reason());
    }
}
