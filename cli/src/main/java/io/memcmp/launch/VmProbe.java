package io.memcmp.launch;

import io.memcmp.plan.Cell;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Layout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Asks a JVM whether it takes a cell's options, before an hour is planned on it. */
public final class VmProbe implements Function<Cell, Optional<String>> {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern FLAG =
            Pattern.compile("(?m)^ *\\w+ (UseCompressedOops|UseCompactObjectHeaders) +:?= (\\w+)");

    private final Map<Path, Optional<String>> withoutJfr = new HashMap<>();

    @Override
    public Optional<String> apply(Cell cell) {
        return withoutJfr
                .computeIfAbsent(cell.jdk().home(), _ -> lacksJfr(cell.jdk()))
                .or(() -> refuses(cell));
    }

    private static Optional<String> lacksJfr(Jdk jdk) {
        var answer = Briefly.run(List.of(jdk.java().toString(), "--describe-module", "jdk.jfr"), LIMIT);
        return answer.exit() == 0
                ? Optional.empty()
                : Optional.of("JDK " + jdk.version() + " has no Flight Recorder (module jdk.jfr)");
    }

    private static Optional<String> refuses(Cell cell) {
        var command = new ArrayList<String>();
        command.add(cell.jdk().java().toString());
        command.addAll(cell.flags());
        command.add("-XX:+PrintFlagsFinal");
        command.add("-version");
        var answer = Briefly.run(command, LIMIT);
        return answer.exit() == 0
                ? keepsOwnLayout(cell.layout(), answer.output())
                : Optional.of(reason(answer.output()));
    }

    /** A JVM may take an option and do otherwise: ZGC takes compressed oops and leaves them off. */
    private static Optional<String> keepsOwnLayout(Layout layout, String output) {
        var flags = new HashMap<String, String>();
        FLAG.matcher(output).results().forEach(flag -> flags.put(flag.group(1), flag.group(2)));
        var oops = flags.getOrDefault("UseCompressedOops", "false").equals("true") ? Layout.Oops.ON : Layout.Oops.OFF;
        if (layout.oops() != Layout.Oops.DEFAULT && layout.oops() != oops) {
            return Optional.of("this JVM keeps compressed oops " + (oops == Layout.Oops.ON ? "on" : "off")
                    + " with this collector and heap");
        }
        var headers = flags.getOrDefault("UseCompactObjectHeaders", "false").equals("true")
                ? Layout.Headers.COMPACT
                : Layout.Headers.LEGACY;
        if (layout.headers() != Layout.Headers.DEFAULT && layout.headers() != headers) {
            return Optional.of("this JVM keeps " + (headers == Layout.Headers.COMPACT ? "compact" : "legacy")
                    + " object headers with these options");
        }
        return Optional.empty();
    }

    /** {@return the line that says why, of several that say that} */
    static String reason(String output) {
        return output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("Error: Could not create the Java Virtual Machine")
                        && !line.startsWith("Error: A fatal exception has occurred")
                        && !line.startsWith("Error occurred during initialization of VM")
                        && !line.startsWith("OpenJDK 64-Bit Server VM warning: Option"))
                .findFirst()
                .map(line -> line.replaceFirst("^Error: ", ""))
                .orElse("the JVM does not start and does not say why");
    }
}
