package io.memcmp.bench.reading.peer;

import io.memcmp.bench.reading.Answer;
import io.memcmp.bench.reading.Job;
import io.memcmp.bench.reading.Library;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import one.jfr.JfrReader;
import one.jfr.event.AllocationSample;
import one.jfr.event.Event;
import one.jfr.event.EventAggregator;
import org.jspecify.annotations.Nullable;

/**
 * The reader of async-profiler's converters, used as they use it. It shows the events it knows and those that are
 * registered, so it cannot count by type; and it shows {@code ObjectAllocationSample} and
 * {@code ObjectAllocationOutsideTLAB} as the same, so it cannot tell what was allocated where both were recorded.
 */
public final class OneJfrLibrary implements Library {
    /** Found by its name. */
    public OneJfrLibrary() {}

    @Override
    public void read(Path recording, Job job, Answer answer) throws IOException {
        try (var reader = new JfrReader(recording.toString())) {
            reader.stopAtNewChunk = true;
            reader.registerEvent(Job.PAUSE, Pause.class);
            reader.registerEvent(Job.COLLECTION, Collection.class);
            while (reader.hasMoreChunks()) {
                chunk(reader, job, answer);
            }
        }
    }

    private static void chunk(JfrReader reader, Job job, Answer answer) throws IOException {
        var allocations = new EventAggregator(false, 0);
        for (Event event = reader.readEvent(); event != null; event = reader.readEvent()) {
            if (event instanceof AllocationSample sample) {
                if (job == Job.FULL && sample.tlabSize == 0) {
                    allocations.collect(sample);
                }
            } else if (event instanceof Pause pause) {
                answer.pause((long) (pause.ticks * reader.nanosPerTick));
            } else if (event instanceof Collection collection) {
                answer.collection((long) (collection.ticks * reader.nanosPerTick));
            }
        }
        allocations.forEach((event, _, bytes) -> allocation(reader, event, bytes, answer));
    }

    private static void allocation(JfrReader reader, Event event, long bytes, Answer answer) {
        var type = className(reader, event.classId());
        var stack = reader.stackTraces.get(event.stackTraceId);
        if (stack == null || stack.methods.length == 0) {
            answer.allocation(type, Answer.NONE, Answer.NONE, bytes);
        } else {
            var method = reader.methods.get(stack.methods[0]);
            answer.allocation(type, className(reader, method.cls), symbol(reader, method.name), bytes);
        }
    }

    private static String className(JfrReader reader, long id) {
        var type = reader.classes.get(id);
        return type == null ? Answer.NONE : symbol(reader, type.name).replace('/', '.');
    }

    private static String symbol(JfrReader reader, long id) {
        byte @Nullable [] symbol = reader.symbols.get(id);
        return symbol == null ? Answer.NONE : new String(symbol, StandardCharsets.UTF_8);
    }

    /** A {@code jdk.GCPhasePause}; read in the order in which JDK 17 to 25 write its fields, as the library asks for. */
    public static final class Pause extends Event {
        private final long ticks;

        /**
         * Reads it; the library calls this.
         *
         * @param reader where the event's fields begin
         */
        public Pause(JfrReader reader) {
            super(reader.getVarlong(), 0, 0);
            this.ticks = reader.getVarlong();
        }
    }

    /** A {@code jdk.GarbageCollection}; later JDKs have the thread in it. */
    public static final class Collection extends Event {
        private final long ticks;

        /**
         * Reads it; the library calls this.
         *
         * @param reader where the event's fields begin
         */
        public Collection(JfrReader reader) {
            super(reader.getVarlong(), 0, 0);
            var type = reader.typesByName.get(Job.COLLECTION);
            int before = type != null && type.field("eventThread") != null ? 5 : 4;
            for (int i = 0; i < before; i++) {
                reader.getVarlong(); // duration, perhaps the thread, id, name, cause
            }
            this.ticks = reader.getVarlong();
        }
    }
}
