package io.memcmp.analysis.jfr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What to do with the events of a chunk, worked out from its description of types and from what was chosen. The same for
 * all chunks with the same description.
 */
final class ChunkPlan {
    /** Stands for an event in which constants are written. */
    static final int CHECKPOINT = -2;

    /** Stands for an event in which types are described. */
    static final int METADATA = -3;

    static final int UNKNOWN = LongTable.NONE;

    private static final long METADATA_TYPE = 0;
    private static final long CHECKPOINT_TYPE = 1;
    /** Ids of virtual machines and programs are smaller. */
    private static final int NEAR = 1 << 14;

    private final Metadata metadata;
    private final int frames;
    private final List<TypeInfo> events = new ArrayList<>();
    private final int[] near;
    private final LongTable far = new LongTable();
    private final @Nullable EventKind[] kinds;
    private final boolean[] chosen;
    private final Map<Long, TypeInfo> pools = new LinkedHashMap<>();

    ChunkPlan(Metadata metadata, Choices choices) {
        this.metadata = metadata;
        this.frames = choices.frames();
        long largest = CHECKPOINT_TYPE;
        for (var type : metadata.types()) {
            if (type.event() && type.id() > CHECKPOINT_TYPE) {
                events.add(type);
                largest = Math.max(largest, type.id());
            }
        }
        near = new int[(int) Math.min(NEAR - 1, largest) + 1];
        Arrays.fill(near, UNKNOWN);
        for (int i = 0; i < events.size(); i++) {
            number(events.get(i).id(), i);
        }
        near[(int) METADATA_TYPE] = METADATA;
        near[(int) CHECKPOINT_TYPE] = CHECKPOINT;
        kinds = new EventKind[events.size()];
        chosen = new boolean[events.size()];
        for (int i = 0; i < kinds.length; i++) {
            if (choices.areIn(events.get(i).name())) {
                kinds[i] = new EventKind(events.get(i), metadata.layout(events.get(i)), choices);
                chosen[i] = true;
            }
        }
        findPools();
    }

    private void number(long id, int kind) {
        if (id < near.length) {
            near[(int) id] = kind;
        } else {
            far.putFirst(id, kind);
        }
    }

    /** Every constant that a chosen event may refer to, or a constant that it refers to. */
    private void findPools() {
        var open = new ArrayDeque<Layout>();
        for (var kind : kinds) {
            if (kind != null) {
                open.add(kind.layout());
            }
        }
        var texts = metadata.type(TypeInfo.STRING);
        if (texts != null) {
            pools.put(texts.id(), texts);
        }
        while (!open.isEmpty()) {
            for (var slot : open.remove().slots()) {
                var element = slot.element();
                if (element != null) {
                    open.add(element);
                }
                if (slot.kind() == Layout.Kind.REFERENCE) {
                    findPool(metadata.type(slot.type()), open);
                }
            }
        }
    }

    private void findPool(@Nullable TypeInfo type, Queue<Layout> open) {
        boolean wanted = type != null && (frames > 0 || !type.name().equals(TypeInfo.STACK_TRACE));
        if (type != null && wanted && pools.putIfAbsent(type.id(), type) == null) {
            open.add(metadata.layout(type));
        }
    }

    Metadata metadata() {
        return metadata;
    }

    /** How many frames of a stack trace may be asked for. */
    int frames() {
        return frames;
    }

    /** Types of the constants that may be asked for. */
    Iterable<TypeInfo> pools() {
        return pools.values();
    }

    /** All events the chunk knows; their numbers are the indexes. */
    List<TypeInfo> events() {
        return events;
    }

    /** The number of the event with that id, or one of the constants. */
    int kindOf(long id) {
        return id >= 0 && id < near.length ? near[(int) id] : far.get(id);
    }

    boolean[] chosen() {
        return chosen;
    }

    @Nullable
    EventKind kind(int number) {
        return kinds[number];
    }

    boolean knows(String event) {
        for (var type : events) {
            if (type.name().equals(event)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    String eventName(long id) {
        int kind = kindOf(id);
        return kind < 0 ? null : events.get(kind).name();
    }
}
