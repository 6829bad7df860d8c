package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in an argument file is read as the java launcher reads it. */
final class ArgumentFilesTest {
    @TempDir
    Path place = Path.of("");

    @Test
    void wordsArePartedByBlanksButNotInsideQuotes() throws IOException {
        assertEquals(
                List.of("-Dx=a -Xmx1g b", "-cp", "it's here", "Main"),
                words("-Dx=\"a -Xmx1g b\" # a comment\n-cp \"it's here\"\n Main"));
    }

    @Test
    void aClassPathOfThousandsOfJarsIsOneWord() throws IOException {
        var classPath = "/a/library/of/some/length.jar:".repeat(20_000);
        assertEquals(List.of("-cp", classPath, "Main"), words("-cp " + classPath + " Main"));
    }

    private List<String> words(String text) throws IOException {
        return ArgumentFiles.words(Files.writeString(place.resolve("arguments"), text));
    }
}
