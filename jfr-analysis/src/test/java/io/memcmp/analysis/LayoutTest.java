package io.memcmp.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.layout.ObjectShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
    private static final LayoutMode PLAIN = new LayoutMode(true, true, false, 8);

    @TempDir
    static Path compiled;

    static Child sizes;

    @BeforeAll
    static void compile() throws IOException {
        sizes = Child.compile("Sizes", compiled);
    }

    static Stream<Arguments> modes() {
        return Jdk.all().flatMap(jdk -> {
            var modes = new ArrayList<Arguments>(List.of(
                    Arguments.of(jdk, "-XX:+UseG1GC", PLAIN),
                    Arguments.of(jdk, "-XX:+UseZGC", new LayoutMode(false, true, false, 8)),
                    Arguments.of(jdk, "-XX:-UseCompressedOops", new LayoutMode(false, true, false, 8)),
                    Arguments.of(jdk, "-XX:ObjectAlignmentInBytes=16", new LayoutMode(true, true, false, 16)),
                    Arguments.of(jdk, "-XX:-UseCompressedClassPointers", new LayoutMode(true, false, false, 8))));
            if (jdk.feature() >= 24) {
                modes.add(Arguments.of(jdk, "-XX:+UseCompactObjectHeaders", new LayoutMode(true, true, true, 8)));
                modes.add(Arguments.of(
                        jdk, "-XX:+UseCompactObjectHeaders -XX:+UseZGC", new LayoutMode(false, true, true, 8)));
                modes.add(Arguments.of(
                        jdk,
                        "-XX:+UseCompactObjectHeaders -XX:ObjectAlignmentInBytes=16",
                        new LayoutMode(true, true, true, 16)));
            }
            return modes.stream();
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("modes")
    void predictsWhatTheVirtualMachineMeasures(Jdk jdk, String flags, LayoutMode mode) throws Exception {
        var command = new ArrayList<>(List.of("-Xmx64m", "-Xshare:auto", "-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(List.of(flags.split(" ")));
        command.add("-javaagent:" + sizes.jar());
        var measured = new ArrayList<String>();
        var predicted = new ArrayList<String>();
        for (var line : sizes.run(jdk, command, "Sizes")) {
            int equals = line.lastIndexOf(" = ");
            if (equals >= 0) {
                var fields = line.substring(0, equals);
                if (fields.contains("[") && jdk.feature() < 23 && !mode.compressedClassPointers()) {
                    continue; // laid out otherwise, which a prediction does not claim
                }
                measured.add(line);
                predicted.add(
                        fields + " = " + ObjectLayout.of(shape(fields), mode).size());
            }
        }
        assertTrue(measured.size() > 10, "shapes: " + measured.size());
        assertEquals(String.join("\n", measured), String.join("\n", predicted));
    }

    /** Unlike the text in a recording, the program's tells its superclasses apart. */
    private static ObjectShape shape(String fields) {
        var levels = new ArrayList<List<FieldKind>>();
        for (var level : fields.split("\\|", -1)) {
            switch (ObjectShape.parse(level).orElseThrow()) {
                case ObjectShape.Array array -> {
                    return array;
                }
                case ObjectShape.Instance(var own) -> levels.addAll(own);
            }
        }
        return new ObjectShape.Instance(levels);
    }

    @Test
    void tellsWhereTheBytesGo() {
        assertEquals(new ObjectLayout(12, 4, 4, 4), layout("int value, ref next", PLAIN));
        assertEquals(new ObjectLayout(8, 4, 4, 0), layout("int value, ref next", new LayoutMode(true, true, true, 8)));
        assertEquals(new ObjectLayout(16, 0, 1000, 0), layout("byte[1000]", PLAIN));
        assertEquals(new ObjectLayout(16, 64, 0, 0), layout("ref[16]", PLAIN));
    }

    @Test
    void whatIsNoListOfFieldsHasNoShape() {
        assertEquals(Optional.empty(), ObjectShape.parse("String name"));
        assertEquals(Optional.empty(), ObjectShape.parse("int a,,int b"));
        assertEquals(Optional.empty(), ObjectShape.parse("byte[-1]"));
    }

    private static ObjectLayout layout(String fields, LayoutMode mode) {
        return ObjectLayout.of(ObjectShape.parse(fields).orElseThrow(), mode);
    }
}
