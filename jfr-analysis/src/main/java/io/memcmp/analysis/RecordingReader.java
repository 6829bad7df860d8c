package io.memcmp.analysis;

import io.memcmp.analysis.ChunkHeader.Damage;
import io.memcmp.analysis.jfr.RecordingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordingFile;

/** Reads one recording once, and hands each event to those who asked for it. The only place that knows the file. */
final class RecordingReader {
    private final Path recording;
    private final Extent extent;
    private final RecordedEvents recorded;

    RecordingReader(Path recording, Extent extent, RecordedEvents recorded) {
        this.recording = recording;
        this.extent = extent;
        this.recorded = recorded;
    }

    void read(List<EventReader> readers) throws RecordingException {
        try {
            checkChunks();
            readEvents(byEvent(readers));
        } catch (Damage damage) {
            throw new RecordingException(recording + " " + damage.getMessage(), damage);
        } catch (IOException | RuntimeException | VirtualMachineError problem) {
            // The JDK's reader trusts the file: a damaged one makes it throw whatever its numbers lead to,
            // InternalError too.
            throw new RecordingException(recording + " cannot be read: " + told(problem), problem);
        }
        if (extent.empty()) {
            throw new RecordingException(recording + " holds no event");
        }
    }

    static String told(Throwable problem) {
        var message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }

    private static Map<String, List<EventReader>> byEvent(List<EventReader> readers) {
        var byEvent = new HashMap<String, List<EventReader>>();
        for (var reader : readers) {
            for (var event : reader.events()) {
                byEvent.computeIfAbsent(event.name(), _ -> new ArrayList<>()).add(reader);
            }
        }
        return byEvent;
    }

    private void readEvents(Map<String, List<EventReader>> readers) throws IOException, Damage {
        long bound = Files.size(recording);
        try (var file = new RecordingFile(recording)) {
            recorded.types(file.readEventTypes());
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                if (bound-- == 0) {
                    throw new Damage("is damaged: it yields more events than it has bytes");
                }
                var name = event.getEventType().getName();
                extent.saw(event);
                recorded.saw(name);
                for (var reader : readers.getOrDefault(name, List.of())) {
                    reader.accept(event);
                }
            }
        }
    }

    /** Before the JDK's reader sees them: on some damage it waits, on some it says nothing that helps. */
    private void checkChunks() throws IOException, Damage {
        if (!Files.exists(recording)) {
            throw new Damage("does not exist");
        }
        if (!Files.isRegularFile(recording)) {
            throw new Damage("is not a file");
        }
        try (var file = FileChannel.open(recording, StandardOpenOption.READ)) {
            if (file.size() == 0) {
                throw new Damage("is empty: its virtual machine ended before it wrote the recording");
            }
            var chunk = ChunkHeader.read(file, 0);
            while (chunk.isPresent()) {
                if (!chunk.get().finished()) {
                    throw new Damage("was not finished: its virtual machine still runs or was killed");
                }
                ConstantPoolChain.check(file, chunk.get());
                chunk = ChunkHeader.read(
                        file, chunk.get().offset() + chunk.get().size());
            }
        }
    }
}
