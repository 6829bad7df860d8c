package io.memcmp.launch;

import io.memcmp.analysis.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * How long Shenandoah held threads back that allocated faster than it freed. No event tells; the statistics that
 * Shenandoah logs when the JVM ends do: {@code Pacing = 6.842 s (a = 41217 us) (n = 166)}.
 */
public final class PacingLog {
    private static final Pattern TOTAL = Pattern.compile("\\] Pacing +=\\s+([0-9.]+) (us|ms|s)\\b");
    private static final String STATISTICS = "GC STATISTICS:";

    private PacingLog() {}

    /**
     * {@return time of threads spent in pacing over the life of the process, nanoseconds}
     *
     * @param gcLog a log with the tag {@code gc,stats}
     */
    public static Reading total(Path gcLog) {
        if (!Files.isReadable(gcLog)) {
            return Reading.absent("the trial left no GC log");
        }
        boolean ended = false;
        try (var lines = Files.newBufferedReader(gcLog, StandardCharsets.ISO_8859_1)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                ended |= line.contains(STATISTICS);
                var total = TOTAL.matcher(line);
                if (total.find()) {
                    return Reading.of(Double.parseDouble(total.group(1)) * nanos(total.group(2)));
                }
            }
        } catch (IOException broken) {
            return Reading.absent("the GC log cannot be read: " + broken.getMessage());
        }
        return ended
                ? Reading.of(0)
                : Reading.absent("Shenandoah logs its pacing when the JVM ends in order, and this one did not");
    }

    private static double nanos(String unit) {
        return switch (unit) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            default -> 1e9; // the pattern admits nothing else
        };
    }
}
