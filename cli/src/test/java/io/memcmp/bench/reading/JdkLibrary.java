package io.memcmp.bench.reading;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The two readers of the JDK itself. */
enum JdkLibrary implements Library {
    /** Event after event, as {@link RecordingFile} shows it; no event can be left out. */
    RECORDING_FILE {
        @Override
        public void read(Path recording, Job job, Answer answer) throws IOException {
            try (var file = new RecordingFile(recording)) {
                while (file.hasMoreEvents()) {
                    take(file.readEvent(), job, answer);
                }
            }
        }
    },

    /** With its switches for speed: event objects are used again, and the order does not matter. */
    EVENT_STREAM {
        @Override
        public void read(Path recording, Job job, Answer answer) throws IOException {
            try (var stream = EventStream.openFile(recording)) {
                stream.setReuse(true);
                stream.setOrdered(false);
                if (job == Job.FULL) {
                    stream.onEvent(event -> take(event, job, answer));
                } else {
                    stream.onEvent(Job.PAUSE, event -> take(event, job, answer));
                    stream.onEvent(Job.COLLECTION, event -> take(event, job, answer));
                }
                stream.start();
            }
        }
    };

    private static void take(RecordedEvent event, Job job, Answer answer) {
        var name = event.getEventType().getName();
        if (job == Job.FULL) {
            answer.count(name, 1);
        }
        switch (name) {
            case Job.PAUSE -> answer.pause(event.getDuration().toNanos());
            case Job.COLLECTION ->
                answer.collection(event.getDuration(Job.SUM_OF_PAUSES).toNanos());
            case Job.ALLOCATION -> {
                if (job == Job.FULL) {
                    allocation(event, answer);
                }
            }
            default -> {} // counted, and nothing else is asked of it
        }
    }

    private static void allocation(RecordedEvent event, Answer answer) {
        var type = event.getClass(Job.OBJECT_CLASS).getName();
        var stack = event.getStackTrace();
        long weight = event.getLong(Job.WEIGHT);
        if (stack == null || stack.getFrames().isEmpty()) {
            answer.allocation(type, Answer.NONE, Answer.NONE, weight);
        } else {
            var top = stack.getFrames().getFirst().getMethod();
            answer.allocation(type, top.getType().getName(), top.getName(), weight);
        }
    }
}
