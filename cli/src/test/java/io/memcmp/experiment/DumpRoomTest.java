package io.memcmp.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Heap;
import io.memcmp.plan.HeapDumps;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.plan.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DumpRoomTest {
    private static final Cell SMALL = cell(10);
    private static final Cell LARGE = cell(30);
    private static final Plan PLAN = new Plan(
            List.of(SMALL, LARGE),
            List.of(new Trial(SMALL, 1), new Trial(LARGE, 1), new Trial(SMALL, 2), new Trial(LARGE, 2)),
            List.of(),
            1);

    private static Cell cell(long mebibytes) {
        var jdk = new Jdk(25, "25", "somebody", Path.of("/jdk"), "made up");
        var subject = new Subject.Bundled("cache-leak", Map.of());
        return new Cell(subject, Collector.G1, jdk, Heap.of(Bytes.ofMiB(mebibytes)), Layout.DEFAULT, List.of());
    }

    private static Optional<DumpRoom> room(HeapDumps wished) {
        return DumpRoom.of(wished, PLAN, Path.of("no", "such", "directory"));
    }

    @Test
    void whatIsKeptAddsUp() {
        for (var when : HeapDumps.When.values()) {
            var room = room(new HeapDumps(Optional.of(when), true)).orElseThrow();
            assertEquals(4, room.dumps());
            assertEquals(80L << 20, room.all());
            assertEquals(30L << 20, room.largest());
            assertTrue(room.free() > 0);
        }
    }

    @Test
    void whatIsReadAndRemovedNeedsRoomForOne() {
        var room = room(new HeapDumps(Optional.empty(), true)).orElseThrow();
        assertEquals(1, room.dumps());
        assertEquals(30L << 20, room.all());
        assertEquals(Optional.empty(), room(HeapDumps.NONE));
    }

    @Test
    void aDiskWithoutRoomForOneIsRefusedAndASmallOneIsTold() {
        var none = new DumpRoom(4, 80L << 20, 30L << 20, 29L << 20);
        assertTrue(Objects.requireNonNull(
                        assertThrows(UserError.class, none::refuseNone).getMessage())
                .contains("29 MiB"));
        var tight = new DumpRoom(4, 80L << 20, 30L << 20, 79L << 20);
        tight.refuseNone();
        assertTrue(tight.tight());
        assertTrue(tight.sentence().contains("80 MiB") && tight.sentence().contains("only 79 MiB"), tight.sentence());
        assertFalse(new DumpRoom(4, 80L << 20, 30L << 20, 80L << 20).tight());
    }
}
