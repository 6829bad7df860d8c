package io.memcmp.launch;

import io.memcmp.plan.UserError;
import io.memcmp.probe.Probe;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the jar lies that holds the probe and the bundled workloads. */
public final class ProbeJar {
    private static final Pattern UNSPEAKABLE = Pattern.compile("[=:\\p{Cntrl}]");

    private ProbeJar() {}

    /** {@return the jar that this process has the probe from} */
    public static Path locate() {
        var source = Probe.class.getProtectionDomain().getCodeSource();
        try {
            var jar = Path.of(source.getLocation().toURI());
            if (UNSPEAKABLE.matcher(jar.toString()).find()) {
                throw new UserError(
                        "memcmp is installed in a directory whose name a JVM's options cannot express: " + jar,
                        "install it into a path without = and :");
            }
            if (Files.isRegularFile(jar)) {
                return jar;
            }
            throw new IllegalStateException("the probe must be in a jar to be an agent, and is in " + jar
                    + ": build with mvn verify or mvn package, not with mvn test");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
