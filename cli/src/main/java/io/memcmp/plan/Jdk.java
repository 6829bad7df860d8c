package io.memcmp.plan;

import java.nio.file.Path;

/**
 * A JDK on this machine.
 *
 * @param feature its feature release, for example 25
 * @param version its full version, for example {@code 25.0.3+9-LTS}; {@code 25.0.3+9-LTS (2)} for another build of it
 * @param vendor who built it; may be empty
 * @param home its directory
 * @param provenance how it was found, for example {@code JAVA_HOME}
 */
public record Jdk(int feature, String version, String vendor, Path home, String provenance) {
    /** The oldest JDK whose recordings tell enough. */
    public static final int OLDEST_MEASURED = 17;

    Jdk withVersion(String told) {
        return new Jdk(feature, told, vendor, home, provenance);
    }

    /** {@return its {@code java}} */
    public Path java() {
        return home.resolve("bin").resolve("java");
    }
}
