package io.memcmp.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memcmp.cli.Main;
import io.memcmp.result.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that nobody here wrote: the Java compiler, on a few hundred files of the JDK's own sources. */
@Tag("slow")
class ForeignProgramTest {
    private static final Path HOME = Path.of(System.getProperty("java.home"));
    private static final List<String> PACKAGES =
            List.of("java/util/", "java/util/concurrent/", "java/util/stream/", "java/time/", "java/text/");

    @TempDir
    Path directory;

    @Test
    void everyCollectorIsMeasuredOrTheReasonIsTold() throws Exception {
        var sources = HOME.resolve("lib/src.zip");
        assumeTrue(Files.isReadable(sources), "this JDK came without its sources");
        var files = unpack(sources);
        assertTrue(files.size() > 250, () -> files.size() + " files");
        var list = Files.write(directory.resolve("files"), files);
        var json = directory.resolve("report.json");
        var err = new ByteArrayOutputStream();
        int exit = Main.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "run",
                "--gc=all",
                "--jdk=" + HOME,
                "--heap=512m",
                "--live-set",
                "--json=" + json,
                "--out=" + directory.resolve("run"),
                "--",
                "java",
                "-m",
                "jdk.compiler/com.sun.tools.javac.Main",
                "-nowarn",
                "-proc:none",
                "--patch-module=java.base=" + directory.resolve("src"),
                "-d",
                directory.resolve("classes").toString(),
                "@" + list);
        assertEquals(0, exit, () -> err.toString(StandardCharsets.UTF_8));
        var report = new ObjectMapper().readTree(json.toFile());
        assertEquals(7, report.path("cells").size() + report.path("skipped").size(), report::toString);
        for (var cell : report.path("cells")) {
            assertMeasured(cell);
        }
    }

    private List<String> unpack(Path sources) throws IOException {
        var files = new ArrayList<String>();
        try (var zip = new ZipFile(sources.toFile())) {
            for (var entry : zip.stream().toList()) {
                var name = entry.getName().replaceFirst("^java\\.base/", "");
                if (!name.equals(entry.getName())
                        && name.endsWith(".java")
                        && PACKAGES.contains(name.substring(0, name.lastIndexOf('/') + 1))) {
                    var file = directory.resolve("src").resolve(name);
                    Files.createDirectories(file.getParent());
                    try (var content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                    files.add(file.toString());
                }
            }
        }
        return files;
    }

    /** Measured, or absent with the reason; and what every collector must have is measured. */
    private static void assertMeasured(JsonNode cell) {
        var metrics = cell.path("metrics");
        assertEquals(Metrics.ALL.size(), metrics.size());
        metrics.properties()
                .forEach(metric -> assertTrue(
                        metric.getValue().path("median").isNumber()
                                || !metric.getValue().path("absent").asText().isBlank(),
                        metric::toString));
        if (cell.path("collector").asText().equals("epsilon")) {
            assertEquals("1 out of memory", cell.path("outcomes").asText());
            return; // the compiler allocates more than this, and nobody collects
        }
        assertEquals("1 completed", cell.path("outcomes").asText(), cell::toString);
        for (var id :
                List.of("pause.count", "pause.max", "stop.count", "gc.cpu", "alloc.total", "live_set", "pss.end")) {
            assertTrue(metrics.path(id).path("median").asDouble() > 0, () -> id + " of " + cell);
        }
    }
}
