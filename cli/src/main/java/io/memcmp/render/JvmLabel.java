package io.memcmp.render;

import io.memcmp.analysis.jvm.CollectorKind;
import io.memcmp.analysis.jvm.JvmInfo;
import java.util.Locale;
import java.util.regex.Pattern;

/** A virtual machine in a few words. */
final class JvmLabel {
    /** The version line holds it in brackets, and much else. */
    private static final Pattern VERSION = Pattern.compile("\\((\\d[^()\\s]*)\\)");

    private JvmLabel() {}

    static String of(JvmInfo jvm) {
        var version = version(jvm);
        var machine = version.isEmpty() ? "unknown JVM" : "JDK " + version;
        return jvm.collector() == CollectorKind.UNKNOWN
                ? machine + ", unknown collector"
                : machine + ", " + jvm.collector().name().toLowerCase(Locale.ROOT);
    }

    /** For example 25.0.3+9-LTS; empty where the recording does not tell. */
    static String version(JvmInfo jvm) {
        var bracketed = VERSION.matcher(jvm.version());
        if (bracketed.find()) {
            return bracketed.group(1);
        }
        return jvm.feature() == 0 ? "" : Integer.toString(jvm.feature());
    }
}
