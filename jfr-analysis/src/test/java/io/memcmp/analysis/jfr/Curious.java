package io.memcmp.analysis.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks everything of everything: each field as every kind it may be, every frame, names of ids that nobody gave. */
final class Curious implements EventVisitor {
    /** Refusals take time: so many events of kinds that no whole recording has are asked. */
    private static final int MOST_UNKNOWN = 200;

    private static final List<Question> QUESTIONS = List.of(
            Event::number,
            Event::decimal,
            Event::flag,
            Event::text,
            Event::instant,
            Event::span,
            Event::id,
            Event::className);

    private final Set<String> events;
    private final Map<String, List<Asked>> answered;
    private final boolean learning;
    private int unknown;
    private long answers;

    private interface Question {
        void ask(Event event, String field);
    }

    private record Asked(String field, Question question) {}

    private Curious(Set<String> events, Map<String, List<Asked>> answered, boolean learning) {
        this.events = events;
        this.answered = answered;
        this.learning = learning;
    }

    /** One that finds out from whole recordings which questions have an answer. */
    static Curious learner(Set<String> events) {
        return new Curious(Set.copyOf(events), new HashMap<>(), true);
    }

    /** One that asks these questions. */
    Curious pupil() {
        return new Curious(events, Map.copyOf(answered), false);
    }

    long answers() {
        return answers;
    }

    @Override
    public List<EventChoice> choices() {
        return events.stream()
                .map(event -> new EventChoice(event, EventChoice.ALL_FRAMES))
                .toList();
    }

    @Override
    public void visit(Event event) {
        answers += event.startNanos() ^ event.endNanos();
        event.duration();
        event.start();
        event.end();
        event.has("no.such.field");
        event.eventName(event.stackId());
        var known = answered.get(event.name());
        if (known != null) {
            known.forEach(asked -> answers(event, asked));
        } else if (learning || unknown++ < MOST_UNKNOWN) {
            var learned = askAll(event);
            if (learning) {
                answered.put(event.name(), learned);
            }
        }
        names(event.constants(), event.stackId());
    }

    @Override
    public void endOfChunk(Constants constants) {
        for (long id : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32}) {
            names(constants, id);
        }
    }

    private void names(Constants constants, long id) {
        constants.className(id);
        constants.truncated(id);
        constants.frames(id, (method, line, bytecodeIndex) -> {
            answers += method.name().length() + line + bytecodeIndex;
            return true;
        });
    }

    private List<Asked> askAll(Event event) {
        var fields = new ArrayList<>(event.fields());
        fields.addAll(List.of("eventThread.javaName", "eventThread.group.name", "objectClass.classLoader.name"));
        var learned = new ArrayList<Asked>();
        for (var field : fields) {
            for (var question : QUESTIONS) {
                var asked = new Asked(field, question);
                if (event.has(field) && answers(event, asked)) {
                    learned.add(asked);
                }
            }
        }
        return learned;
    }

    private boolean answers(Event event, Asked asked) {
        try {
            asked.question().ask(event, asked.field());
            answers++;
            return true;
        } catch (IllegalArgumentException e) {
            return false; // so it is documented, for a field that is of another kind
        }
    }
}
