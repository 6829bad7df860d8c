package io.memcmp.analysis.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.jfr.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFinderTest {
    private final PlaceFinder finder = new PlaceFinder(1);

    private static Method method(String type) {
        return new Method(type, "run", "()V");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.Arrays",
                "javax.swing.JTable",
                "jdk.internal.misc.Unsafe",
                "sun.nio.ch.Net",
                "com.sun.net.httpserver.Headers",
                "unknown",
            })
    void aFrameOfTheJdkAndALostOneAreNotTheProgramsPlace(String type) {
        assertTrue(finder.visit(method(type), 3, 0));
        assertEquals(type + ".run:3", finder.place());
        assertFalse(finder.visit(method("com.sunny.Garden"), 7, 0));
        assertEquals("com.sunny.Garden.run:7", finder.place());
    }

    @Test
    void aStackIsLookedAtAsDeepAsAVirtualMachineRecords() {
        for (int frame = 1; frame < 2048; frame++) {
            assertTrue(finder.visit(method("java.util.Arrays"), frame, 0));
        }
        assertFalse(finder.visit(method("java.util.Arrays"), 2048, 0));
        assertEquals("java.util.Arrays.run:1", finder.place());
    }
}
