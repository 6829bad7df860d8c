package io.memcmp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** memcmp's version, written into a resource by the build. */
final class Version implements IVersionProvider {
    static String text() {
        try (var resource = Version.class.getResourceAsStream("version.txt")) {
            return resource == null ? "unknown" : new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "unknown";
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"memcmp " + text()};
    }
}
