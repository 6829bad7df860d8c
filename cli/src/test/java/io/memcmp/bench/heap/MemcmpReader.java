package io.memcmp.bench.heap;

import io.memcmp.analysis.heapdump.DumpProgress;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.HeapDumpException;
import io.memcmp.analysis.heapdump.HeapDumpOptions;
import io.memcmp.analysis.heapdump.HeapDumpOptions.Depth;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** memcmp's own reader. */
final class MemcmpReader implements HeapReader {
    @Override
    public void read(Path dump, Question question, Findings findings) throws IOException {
        var depth = switch (question) {
            case SCAN -> throw new IllegalArgumentException("see Scan");
            case HISTOGRAM -> Depth.HISTOGRAM;
            case RETAINED -> Depth.RETAINED;
        };
        var options = new HeapDumpOptions(References.STRONG, depth, Optional.empty());
        try (var heap = HeapDump.open(dump, options, DumpProgress.NONE)) {
            if (heap.facts().incomplete().isPresent()) {
                throw new IOException("incomplete: " + heap.facts().incomplete().get());
            }
            if (depth == Depth.HISTOGRAM) {
                histogram(heap, findings);
            } else {
                retained(heap, findings);
            }
        } catch (HeapDumpException e) {
            throw new IOException(e);
        }
    }

    private static void histogram(HeapDump heap, Findings findings) {
        for (var dumpClass : heap.classes()) {
            var all = dumpClass.all();
            if (all.instances() > 0) {
                findings.counted(dumpClass.name(), all.instances(), all.bytes());
            }
        }
    }

    private static void retained(HeapDump heap, Findings findings) {
        int holder = holder(heap);
        var largest = new Largest();
        for (int object = 0; object < heap.objects(); object++) {
            long retained = heap.retainedBy(object);
            largest.offer(object, retained);
            if (heap.classOf(object) == holder) {
                findings.retained(retained);
            }
        }
        for (var most : largest.descending()) {
            findings.most(heap.nameOf((int) most.object()), most.bytes());
        }
    }

    private static int holder(HeapDump heap) {
        return heap.classes().stream()
                .filter(dumpClass -> dumpClass.name().equals(Question.HOLDER))
                .findFirst()
                .orElseThrow()
                .index();
    }
}
