package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordingFile;

/** Bytes by class and top frame, added up by id and named when the chunk ends: as an analysis that is in a hurry does. */
final class Sums implements EventVisitor {
    private static final String EVENT = "jdk.ObjectAllocationSample";

    private final Map<Key, Long> ofChunk = new HashMap<>();
    private final TreeMap<String, Long> all = new TreeMap<>();
    private String top = "";

    private record Key(long type, long stack) {}

    static Map<String, Long> oracle(Path recording) throws IOException {
        var sums = new TreeMap<String, Long>();
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                if (event.getEventType().getName().equals(EVENT)) {
                    var stack = event.getStackTrace();
                    var method = stack == null
                            ? null
                            : Objects.requireNonNull(
                                    stack.getFrames().getFirst().getMethod());
                    var frame = method == null ? "" : method.getType().getName() + '.' + method.getName();
                    var type = event.getClass("objectClass").getName();
                    sums.merge(type + " at " + frame, event.getLong("weight"), Long::sum);
                }
            }
        }
        return sums;
    }

    Map<String, Long> sums() {
        return all;
    }

    @Override
    public List<EventChoice> choices() {
        return List.of(new EventChoice(EVENT, 1));
    }

    @Override
    public void visit(Event event) {
        ofChunk.merge(new Key(event.id("objectClass"), event.stackId()), event.number("weight"), Long::sum);
    }

    @Override
    public void endOfChunk(Constants constants) {
        ofChunk.forEach((key, bytes) -> {
            top = "";
            constants.frames(key.stack(), (method, _, _) -> {
                top = method.type() + '.' + method.name();
                return true; // no more than one was chosen
            });
            all.merge(constants.className(key.type()) + " at " + top, bytes, Long::sum);
        });
        ofChunk.clear();
    }
}
