package io.memcmp.analysis;

import io.memcmp.analysis.jfr.Event;
import java.util.List;
import java.util.Optional;

/** What the virtual machine itself says it could not record. */
final class DataLoss implements EventReader {
    private long bytes;

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.plain("jdk.DataLoss"));
    }

    @Override
    public void visit(Event event) {
        bytes += event.number("amount");
    }

    Optional<String> told() {
        return bytes == 0
                ? Optional.empty()
                : Optional.of("the virtual machine lost " + bytes + " bytes of events (jdk.DataLoss)");
    }
}
