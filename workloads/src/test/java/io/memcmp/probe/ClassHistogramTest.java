package io.memcmp.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassHistogramTest {

    private static final String TEXT = """
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:             2            900  [B (java.base@25.0.3)
               2:             6            134  [Ljdk.internal.vm.FillerElement; (java.base@25.0.3)
               3:             1             16  jdk.internal.vm.FillerObject (java.base@25.0.3)
               4:             3             72  com.example.Node
               5:             1             56  [[Ljava.lang.Object; (java.base@25.0.3)
               6:             1             40  com.example.Twice
               7:             1             40  com.example.Twice
            Total            15           1258
            """;

    @Test
    void namesAreInSourceForm() {
        var names = ClassHistogram.parse(TEXT).rows().stream()
                .map(ClassHistogram.Row::className)
                .toList();
        assertEquals(List.of("byte[]", "com.example.Twice", "com.example.Node", "java.lang.Object[][]"), names);
    }

    @Test
    void everyPrimitiveArrayHasItsName() {
        assertEquals("boolean[]", ClassHistogram.sourceForm("[Z"));
        assertEquals("char[]", ClassHistogram.sourceForm("[C"));
        assertEquals("short[]", ClassHistogram.sourceForm("[S"));
        assertEquals("int[]", ClassHistogram.sourceForm("[I"));
        assertEquals("long[][]", ClassHistogram.sourceForm("[[J"));
        assertEquals("float[]", ClassHistogram.sourceForm("[F"));
        assertEquals("double[]", ClassHistogram.sourceForm("[D"));
    }

    @Test
    void fillersAreNoPartOfWhatIsReachable() {
        var histogram = ClassHistogram.parse(TEXT);
        assertEquals(150, histogram.filler());
        assertEquals(1258 - 150, histogram.bytes());
        assertEquals(8, histogram.instances());
    }

    @Test
    void classesOfOneNameFromSeveralLoadersAreOneRow() {
        var twice = ClassHistogram.parse(TEXT).rows().stream()
                .filter(row -> row.className().equals("com.example.Twice"))
                .toList();
        assertEquals(List.of(new ClassHistogram.Row("com.example.Twice", 2, 80)), twice);
    }

    @Test
    void theMachineThatRunsThisHasOne() throws Exception {
        assertFalse(ClassHistogram.take().rows().isEmpty());
    }
}
