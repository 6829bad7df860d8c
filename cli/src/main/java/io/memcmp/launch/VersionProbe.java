package io.memcmp.launch;

import io.memcmp.plan.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks a {@code java} without a release file what it is. */
final class VersionProbe {
    private static final Pattern PROPERTY = Pattern.compile("(?m)^ *(java\\.runtime\\.version|java\\.vendor) = (.*)$");

    private VersionProbe() {}

    static Optional<Jdk> ask(Path home, String provenance) {
        var command = List.of(home.resolve("bin/java").toString(), "-XshowSettings:properties", "-version");
        var answer = Briefly.run(command, Duration.ofSeconds(20));
        if (answer.exit() != 0) {
            return Optional.empty();
        }
        var version = property(answer.output(), "java.runtime.version");
        return JdkFinder.feature(version)
                .map(feature -> new Jdk(feature, version, property(answer.output(), "java.vendor"), home, provenance));
    }

    private static String property(String output, String name) {
        return PROPERTY.matcher(output)
                .results()
                .filter(line -> line.group(1).equals(name))
                .map(line -> line.group(2).strip())
                .findFirst()
                .orElse("");
    }
}
