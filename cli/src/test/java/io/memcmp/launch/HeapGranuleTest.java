package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HeapGranuleTest {
    private static final Pattern CAPACITY = Pattern.compile("(?:Heap|]) Max Capacity: (\\d+)M");
    private static final Pattern REGION = Pattern.compile("Heap Region Size: (\\d+)M");
    private static final Jdk OWN =
            new Jdk(Runtime.version().feature(), "own", "", Path.of(System.getProperty("java.home")), "the tests");

    /** What the JVM logs of the heap it made, against what it says of its flags. */
    @ParameterizedTest
    @EnumSource(names = {"SERIAL", "PARALLEL", "G1", "ZGC"})
    void oneKilobyteMoreIsOneGranuleMore(Collector collector) {
        var cell = cell(collector);
        var granule = HeapGranule.of(cell, Bytes.ofMiB(64));
        var log = log(cell.in(Heap.of(new Bytes((64 << 20) + 1024))));
        var capacity = CAPACITY.matcher(log).results().findFirst();
        assumeTrue(capacity.isPresent(), "this JVM has no such collector: " + log);
        assertEquals(Long.parseLong(capacity.orElseThrow().group(1)) - 64, granule.count() >> 20, log);
    }

    @Test
    void ofALargeHeapG1sGranuleIsItsRegion() {
        var cell = cell(Collector.G1);
        var log = log(cell.in(Heap.of(Bytes.ofMiB(8192))));
        var region = REGION.matcher(log).results().findFirst();
        assumeTrue(region.isPresent(), "this machine has no 8 GiB to reserve: " + log);
        assertEquals(
                Bytes.ofMiB(Long.parseLong(region.orElseThrow().group(1))), HeapGranule.of(cell, Bytes.ofMiB(8192)));
    }

    @Test
    void whatIsFinerThanAMebibyteIsNotToldApart() {
        assertEquals(Bytes.ofMiB(1), HeapGranule.of(cell(Collector.EPSILON), Bytes.ofMiB(64)));
    }

    private static Cell cell(Collector collector) {
        return new Cell(
                new Subject.JavaProgram("java", List.of(), List.of("Main")),
                collector,
                OWN,
                Heap.OF_JVM,
                Layout.DEFAULT,
                List.of());
    }

    private static String log(Cell cell) {
        var command = new ArrayList<String>();
        command.add(cell.jdk().java().toString());
        command.addAll(cell.flags());
        command.addAll(List.of("-Xlog:gc+init", "-version"));
        return Briefly.run(command, java.time.Duration.ofSeconds(60)).output();
    }
}
