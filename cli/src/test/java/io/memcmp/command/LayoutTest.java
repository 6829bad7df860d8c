package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
    @TempDir
    Path directory;

    @Test
    void aClassOfTheUsersIsLaidOutBesideOneOfTheJdk() {
        var classes = Memcmp.classes().toString();
        var answer = Memcmp.run("layout", "--class-path", classes, "--json", "-", "io.memcmp.programs.Ends", "byte[3]");
        assertEquals(0, answer.status(), answer.err());
        var subjects = Answer.parse(answer.out()).path("subjects");
        assertEquals("io.memcmp.programs.Ends", subjects.at("/0/name").asText());
        assertEquals("byte[3]", subjects.at("/1/name").asText());
        for (var layout : subjects.at("/1/layouts")) {
            long parts = 0;
            for (var part : layout.path("parts")) {
                assertEquals(parts, part.path("offset_bytes").asLong());
                parts += part.path("size_bytes").asLong();
            }
            assertEquals(layout.path("size_bytes").asLong(), parts);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.PriorityQueue, java.lang.Long, 'names 1 class, and java.util.PriorityQueue is not known to hold'",
        "java.util.HashMap, 'java.lang.Long,java.lang.Long,java.lang.Long', 'names 3 classes, and java.util.HashMap takes 2'"
    })
    void elementsThatItWouldNotCountAreRefused(String structure, String elements, String told) {
        var answer = Memcmp.run("layout", "--graph", "--of", elements, structure);
        assertEquals(2, answer.status());
        assertEquals("", answer.out());
        assertTrue(answer.err().contains("--of " + told), answer.err());
    }

    @Test
    void aModeHasItsPartsInAnyOrder() {
        var one = Memcmp.run("layout", "--mode", "oops-off+compact", "java.lang.Long");
        assertEquals(0, one.status(), one.err());
        assertEquals(one, Memcmp.run("layout", "--mode", "compact+oops-off", "java.lang.Long"));
        assertTrue(one.out().contains("\ncompact+oops-off: "), one.out());
    }

    /** The page says so, and a machine may: no memory is taken, only addresses. */
    @ParameterizedTest
    @CsvSource({"8, 31, true", "8, 33, false", "16, 63, true", "16, 65, false"})
    void referencesAreCompressedBelowFourGibibytesByTheAlignment(int alignment, int gibibytes, boolean compressed)
            throws IOException, InterruptedException {
        var flags = directory.resolve("flags");
        var jvm = new ProcessBuilder(
                        Memcmp.java().toString(),
                        "-XX:+UseSerialGC",
                        "-Xms8m",
                        "-Xmx" + gibibytes + "g",
                        "-XX:ObjectAlignmentInBytes=" + alignment,
                        "-XX:+PrintFlagsFinal",
                        "-version")
                .redirectErrorStream(true)
                .redirectOutput(flags.toFile())
                .start();
        int status = jvm.waitFor();
        var said = Files.readString(flags);
        assumeFalse(said.contains("Could not reserve"), said);
        assertEquals(0, status, said);
        assertTrue(said.matches("(?s).* UseCompressedOops += " + compressed + " .*"), said);
        var text = Memcmp.run("layout", "java.lang.Long").out().replaceAll("\\s+", " ");
        assertTrue(
                text.contains("default: a heap below 32 GiB (64 GiB with align-16) and any collector but ZGC"), text);
    }

    @Test
    void whatCannotBeLaidOutIsRefused() throws IOException {
        Memcmp.run("layout", "java.util.HashMap.Nod")
                .isRefusal("no such class: java.util.HashMap.Nod", "did you mean java.util.HashMap$Node?");
        Memcmp.run("layout", "--mode", "compact+ccp-off", "java.lang.Long")
                .isRefusal(
                        "unknown mode of JDK",
                        "did you mean compact+oops-off? choose from: default, align-16, oops-off");
        Memcmp.run("layout", "--class-path", "/no/such", "A")
                .isRefusal("neither a directory nor a jar: /no/such", "check --jdk and --class-path");
        Memcmp.run("layout", "int[99999999999]").isRefusal("no such class: int[99999999999]", "");
        Memcmp.run("layout", "int[9999999999]").isRefusal("longer than any array: int[9999999999]", "");
        Memcmp.run("layout", "--graph", "--elements", "-1", "int[]")
                .isRefusal("not a number of elements: -1", "take one from 0 to");
        Memcmp.run("layout").isRefusal("missing required parameter: 'CLASS'", "see memcmp layout --help");
        var broken = directory.resolve("Broken.class");
        Files.write(broken, new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0});
        Memcmp.run("layout", "--class-path", directory.toString(), "Broken")
                .isRefusal("no class file that can be read: " + broken, "");
    }
}
