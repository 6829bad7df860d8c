package io.memcmp.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.memcmp.plan.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MinimumHeapJsonTest {

    @Test
    void whatIsWrittenDownIsReadBack() {
        var minimums = List.of(
                new MinimumHeap(
                        "linked-list",
                        Bytes.ofMiB(62),
                        Optional.of(new MinimumHeap.Found("g1", "25.0.3+9-LTS", 2.5, 14, true))),
                new MinimumHeap("a \"b\" \\c", new Bytes(5L << 33), Optional.empty()));
        assertEquals(minimums, MinimumHeapJson.read(MinimumHeapJson.document(minimums)));
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> MinimumHeapJson.read("{"));
    }
}
