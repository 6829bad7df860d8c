package io.memcmp.cli;

import io.memcmp.plan.Collector;
import io.memcmp.workloads.Workload;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What the shell may complete. */
final class Candidates {
    private Candidates() {}

    /** Names of workloads. */
    static final class Workloads implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return io.memcmp.workloads.Workloads.ALL.stream().map(Workload::id).iterator();
        }
    }

    /** Names of collectors. */
    static final class Collectors implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Stream.of("all"), Collector.ids().stream()).iterator();
        }
    }

    /** Settings of a switch. */
    static final class OnOff implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("on", "off").iterator();
        }
    }

    /** Kinds of object headers. */
    static final class Headers implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("compact", "legacy").iterator();
        }
    }
}
