package io.memcmp.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A file has at most 400 lines, a method at most 40. */
final class SizeGateTest {

    private static final int LINES_OF_FILE = 400;
    private static final int LINES_OF_METHOD = 40;

    @Test
    void noFileAndNoMethodIsLongerThanOneCanKeepInMind() throws IOException {
        var files = new ArrayList<Path>();
        for (var module : SourceTree.MODULES) {
            files.addAll(SourceTree.javaFiles(module + "/src"));
        }
        assertTrue(files.size() > 100, "sources seen: " + files.size());
        var tooLong = new ArrayList<String>();
        var units = new ArrayList<JavaFileObject>();
        for (var file : files) {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            units.add(new Source(file.toUri(), text));
            long lines = text.lines().count();
            if (lines > LINES_OF_FILE) {
                tooLong.add(file.getFileName() + " has " + lines + " lines");
            }
        }
        methods(units).forEach((method, lines) -> {
            if (lines > LINES_OF_METHOD) {
                tooLong.add(method + " has " + lines + " lines");
            }
        });
        assertEquals(List.of(), tooLong);
    }

    @Test
    void methodsOfEveryKindAreMeasuredFromTheirFirstLineToTheirLast() throws IOException {
        var text = """
                record Kinds(int a) {
                    Kinds {
                        if (a < 0) { throw new IllegalArgumentException("}"); }
                    }
                    static final Runnable FIELD = () -> {
                        // no method
                    };
                    @Override
                    public String toString() {
                        return \"""
                            { {
                            \""";
                    }
                    Runnable inner() {
                        return new Runnable() {
                            public void run() {
                            }
                        };
                    }
                    interface Short { int none(); }
                }
                """;
        assertEquals(
                Map.of(
                        "Kinds.java:2 <init>", 3L,
                        "Kinds.java:8 toString", 6L,
                        "Kinds.java:14 inner", 6L,
                        "Kinds.java:16 run", 2L,
                        "Kinds.java:20 none", 1L),
                methods(List.of(new Source(URI.create("string:///Kinds.java"), text))));
    }

    /** Lines of each method, under its place and name. */
    private static Map<String, Long> methods(List<? extends JavaFileObject> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(
                Writer.nullWriter(), null, _ -> {}, List.of("-proc:none", "-parameters"), null, sources);
        var positions = Trees.instance(task).getSourcePositions();
        var lines = new TreeMap<String, Long>();
        for (var unit : task.parse()) {
            var name = Path.of(unit.getSourceFile().getName()).getFileName();
            new TreeScanner<Void, CompilationUnitTree>() {
                @Override
                public Void visitMethod(MethodTree method, CompilationUnitTree in) {
                    var map = in.getLineMap();
                    long first = map.getLineNumber(positions.getStartPosition(in, method));
                    long last = map.getLineNumber(positions.getEndPosition(in, method));
                    lines.put(name + ":" + first + " " + method.getName(), last - first + 1);
                    return super.visitMethod(method, in);
                }
            }.scan(unit, unit);
        }
        return lines;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
