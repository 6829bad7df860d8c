package io.memcmp.bench.reading;

import io.memcmp.analysis.jfr.ChunkedVisitor;
import io.memcmp.analysis.jfr.Constants;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jfr.EventChoice;
import io.memcmp.analysis.jfr.EventVisitor;
import io.memcmp.analysis.jfr.FrameVisitor;
import io.memcmp.analysis.jfr.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What was allocated, by class and top frame: each chunk for itself, as several may be read at a time. */
final class MemcmpAllocations implements ChunkedVisitor<MemcmpAllocations.OfChunk> {
    private static final List<EventChoice> CHOICES = List.of(new EventChoice(Job.ALLOCATION, 1));

    private final Answer answer;

    MemcmpAllocations(Answer answer) {
        this.answer = answer;
    }

    @Override
    public List<EventChoice> choices() {
        return CHOICES;
    }

    @Override
    public OfChunk forChunk() {
        return new OfChunk();
    }

    @Override
    public void merge(OfChunk seen) {
        answer.addAllocations(seen.answer);
    }

    /** Adds up by stack and class, and asks for names once for each such pair of a chunk. */
    static final class OfChunk implements EventVisitor, FrameVisitor {
        private static final int ENTRY = 4;
        private final Answer answer = new Answer();
        /** Stack, class and weight, side by side, as they are needed together; a weight of 0 marks a free place. */
        private long[] entries = new long[ENTRY << 10];

        private int used;
        private String holder = Answer.NONE;
        private String method = Answer.NONE;

        @Override
        public List<EventChoice> choices() {
            return CHOICES;
        }

        @Override
        public void visit(Event event) {
            long weight = event.number(Job.WEIGHT);
            if (weight != 0) {
                add(event.stackId(), event.id(Job.OBJECT_CLASS), weight);
            }
        }

        private void add(long stack, long type, long weight) {
            int mask = entries.length / ENTRY - 1;
            // Stacks are numbered in sequence, and those that are close are met together: they stay together.
            int at = ((int) (stack + 64 * type) & mask) * ENTRY;
            while (entries[at + 2] != 0 && (entries[at] != stack || entries[at + 1] != type)) {
                at = at + ENTRY & entries.length - 1;
            }
            if (entries[at + 2] == 0) {
                entries[at] = stack;
                entries[at + 1] = type;
                used++;
            }
            entries[at + 2] += weight;
            if (2 * ENTRY * used > entries.length) {
                grow();
            }
        }

        private void grow() {
            var old = entries;
            entries = new long[2 * old.length];
            used = 0;
            for (int at = 0; at < old.length; at += ENTRY) {
                if (old[at + 2] != 0) {
                    add(old[at], old[at + 1], old[at + 2]);
                }
            }
        }

        @Override
        public void endOfChunk(Constants constants) {
            for (int at = 0; at < entries.length; at += ENTRY) {
                if (entries[at + 2] != 0) {
                    resolve(constants, entries[at], entries[at + 1], entries[at + 2]);
                }
            }
            Arrays.fill(entries, 0);
            used = 0;
        }

        private void resolve(Constants constants, long stack, long type, long weight) {
            holder = Answer.NONE;
            method = Answer.NONE;
            constants.frames(stack, this);
            var name = Objects.requireNonNullElse(constants.className(type), Answer.NONE);
            answer.allocation(name, holder, method, weight);
        }

        @Override
        public boolean visit(Method top, int line, int bytecodeIndex) {
            holder = top.type();
            method = top.name();
            return false;
        }
    }
}
