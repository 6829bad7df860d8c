package io.memcmp.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** Recordings that a test makes of itself. */
final class Recorded {
    private Recorded() {}

    /** Runs the program while everything is recorded that the analyses ask for. */
    static Path all(Path directory, Runnable program) throws IOException {
        return without(Set.of(), directory, program);
    }

    static Path without(Set<String> events, Path directory, Runnable program) throws IOException {
        var wanted = RecordingAnalyzer.requiredEvents().stream()
                .filter(event -> !events.contains(event.name()))
                .toList();
        return of(wanted, directory, program);
    }

    static Path of(List<RequiredEvent> events, Path directory, Runnable program) throws IOException {
        for (var type : ContractEvents.class.getDeclaredClasses()) {
            FlightRecorder.register(type.asSubclass(jdk.jfr.Event.class));
        }
        try (var recording = new Recording()) {
            for (var event : events) {
                var settings = recording.enable(event.name());
                event.settings().forEach(settings::with);
            }
            System.gc(); // so that none comes unasked while the program is recorded
            recording.start();
            program.run();
            recording.stop();
            var file = directory.resolve("recording.jfr");
            recording.dump(file);
            return file;
        }
    }

    static void commit(List<jdk.jfr.Event> events) {
        events.forEach(jdk.jfr.Event::commit);
    }

    static void commit(jdk.jfr.Event... events) {
        commit(List.of(events));
    }
}
