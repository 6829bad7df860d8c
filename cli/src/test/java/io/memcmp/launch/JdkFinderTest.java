package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.plan.Jdk;
import io.memcmp.plan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JdkFinderTest {

    @TempDir
    Path place = Path.of("");

    private Path user = Path.of("");
    private Path own = Path.of("");

    @BeforeEach
    void resolvePlaces() throws IOException {
        user = Files.createDirectory(place.toRealPath().resolve("user"));
        own = jdk("own", "25.0.1+8");
    }

    @Test
    void aJdkIsFoundWherePeopleKeepItAndSaysWhere() throws IOException {
        jdk("user/.sdkman/candidates/java/21.0.2-tem", "21.0.2+13");
        jdk("user/.jdks/temurin-17", "17.0.9+9");
        jdk("user/.jbang/cache/jdks/24", "24.0.1+9");
        var home = jdk("home", "22.0.1+8");
        var numbered = jdk("numbered", "23.0.1+8");
        var listed = jdk("listed", "18.0.1+8");
        var onPath = jdk("on-path", "19.0.1+8");
        var maven = jdk("maven", "20.0.1+8");
        Files.createDirectories(user.resolve(".m2"));
        Files.writeString(
                user.resolve(".m2/toolchains.xml"),
                "<toolchains><toolchain><configuration><jdkHome>" + maven
                        + "</jdkHome></configuration></toolchain></toolchains>");
        var provenance = provenance(finder(Map.of(
                "JAVA_HOME", home.toString(),
                "JAVA_HOME_23_X64", numbered.toString(),
                "MEMCMP_JDKS", listed.toString(),
                "PATH", "/no/where:" + onPath.resolve("bin"))));
        assertEquals("SDKMAN", provenance.get("21.0.2+13"));
        assertEquals("~/.jdks", provenance.get("17.0.9+9"));
        assertEquals("jbang", provenance.get("24.0.1+9"));
        assertEquals("JAVA_HOME", provenance.get("22.0.1+8"));
        assertEquals("JAVA_HOME_23_X64", provenance.get("23.0.1+8"));
        assertEquals("MEMCMP_JDKS", provenance.get("18.0.1+8"));
        assertEquals("PATH", provenance.get("19.0.1+8"));
        assertEquals("~/.m2/toolchains.xml", provenance.get("20.0.1+8"));
        assertEquals("memcmp runs on it", provenance.get("25.0.1+8"));
    }

    @Test
    void aJdkIsToldOnceUnderItsFirstPlaceAndTheNewestComesFirst() throws IOException {
        var home = jdk("home", "17.0.9+9");
        var link = Files.createSymbolicLink(place.resolve("link"), home);
        var all = finder(Map.of("JAVA_HOME", home.toString(), "MEMCMP_JDKS", link.toString()))
                .all();
        var mine = all.stream().filter(jdk -> jdk.home().equals(home)).toList();
        assertEquals(1, mine.size());
        assertEquals("MEMCMP_JDKS", mine.getFirst().provenance());
        for (int i = 1; i < all.size(); i++) {
            assertTrue(all.get(i - 1).feature() >= all.get(i).feature());
        }
    }

    @Test
    void aWishIsAReleaseAVersionOrADirectory() throws IOException {
        var old = jdk("old", "99.0.1+8");
        var finder = finder(Map.of("MEMCMP_JDKS", old.toString()));
        assertEquals(old, finder.find("99").home());
        assertEquals(old, finder.find("99.0").home());
        assertEquals("--jdk", finder.find(old.toString()).provenance());
        assertEquals("Somebody", finder.find("99").vendor());
        assertEquals(
                old, finder.ofExecutable(old.resolve("bin/java")).map(Jdk::home).orElseThrow());
        for (var wish : List.of("9", "99.0.2", "", "98")) {
            var error = assertThrows(UserError.class, () -> finder.find(wish), wish);
            assertEquals("no JDK " + wish + " found on this machine", error.getMessage());
            assertTrue(error.remedy().startsWith("found: 99.0.1+8, "), error.remedy());
        }
    }

    @Test
    void aJdkWithoutAReleaseFileIsAskedItself() throws IOException {
        var home = place.toRealPath().resolve("odd");
        script(home, """
                echo '    java.runtime.version = 21.0.5+11'
                echo '    java.vendor = Odd Inc.'
                """);
        assertEquals(
                new Jdk(21, "21.0.5+11", "Odd Inc.", home, "--jdk"),
                finder(Map.of()).find(home.toString()));
    }

    @Test
    void whatHasNoJavaThatRunsIsNoJdk() throws IOException {
        var home = place.resolve("broken");
        script(home, "exit 1");
        Files.createDirectories(place.resolve("empty"));
        for (var broken : List.of(home, place.resolve("empty"), place.resolve("missing"))) {
            var error = assertThrows(UserError.class, () -> finder(Map.of()).find(broken.toString()));
            assertEquals("no JDK at " + broken + ": it has no bin/java that runs", error.getMessage());
        }
        assertEquals(
                Optional.empty(),
                finder(Map.of("PATH", place.resolve("empty").toString())).onPath());
    }

    @ParameterizedTest
    @CsvSource({"17.0.15+6, 17", "25, 25", "1.8.0_402-b06, 8", "26-ea+12, 26", "11.0.2, 11"})
    void theReleaseOfAVersionIsItsFirstNumber(String version, int feature) {
        assertEquals(Optional.of(feature), JdkFinder.feature(version));
    }

    private static Map<String, String> provenance(JdkFinder finder) {
        var provenance = new LinkedHashMap<String, String>();
        finder.all().forEach(jdk -> provenance.putIfAbsent(jdk.version(), jdk.provenance()));
        return provenance;
    }

    private JdkFinder finder(Map<String, String> environment) {
        return new JdkFinder(environment, user, own);
    }

    private Path jdk(String name, String version) throws IOException {
        var home = place.toRealPath().resolve(name);
        script(home, "exit 1");
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void script(Path home, String text) throws IOException {
        var java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + text);
        assertTrue(java.toFile().setExecutable(true));
    }
}
