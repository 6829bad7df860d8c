package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JDK that was linked without Flight Recorder is skipped with that reason. */
@Tag("slow")
final class JdkWithoutJfrTest {

    @TempDir
    Path place = Path.of("");

    @Test
    void aJdkWithoutJfrIsSkippedAndAloneLeavesNothingToRun() throws IOException, InterruptedException {
        var linked = link();
        assumeTrue(linked.isPresent(), "no JDK here can link another");
        var small = linked.orElseThrow().toString();
        var run = place.resolve("run");
        Memcmp.run(line(run, small))
                .isRefusal("no cell of the matrix can run: serial on JDK ", "choose other collectors (--gc), JDKs");
        assertFalse(Files.exists(run));

        var answer = Memcmp.run(line(run, small + "," + Memcmp.jdk()));
        answer.hasStatus(0);
        var skipped = answer.json().get("skipped");
        assertEquals(1, skipped.size());
        assertTrue(
                skipped.get(0).get("reason").asText().endsWith(" has no Flight Recorder (module jdk.jfr)"),
                skipped.toString());
        assertEquals(1, answer.json().get("cells").size());
    }

    private static String[] line(Path run, String jdks) {
        return new String[] {
            "run",
            "--quiet",
            "--workload",
            "linked-list",
            "-p",
            "nodes=1000",
            "--gc",
            "serial",
            "--heap",
            "64m",
            "--jdk",
            jdks,
            "--out",
            run.toString(),
            "--json",
            "-"
        };
    }

    /** Not every JDK brings what linking needs. */
    private Optional<Path> link() throws IOException, InterruptedException {
        for (var home :
                Stream.concat(Stream.of(Memcmp.jdk()), installed().stream()).toList()) {
            var target = place.resolve("linked-by-" + home.getFileName());
            var jlink = home.resolve("bin/jlink");
            if (Files.isExecutable(jlink)
                    && new ProcessBuilder(List.of(
                                            jlink.toString(),
                                            "--add-modules",
                                            "java.base,java.management,java.instrument",
                                            "--output",
                                            target.toString()))
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    private static List<Path> installed() throws IOException {
        var usual = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(usual)) {
            return List.of();
        }
        try (var homes = Files.list(usual)) {
            return homes.sorted().toList();
        }
    }
}
