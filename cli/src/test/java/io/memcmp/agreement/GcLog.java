package io.memcmp.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM's own log of collections and safepoints, read line by line. Times are nanoseconds; "end" is the JVM's uptime
 * when the line was written.
 *
 * @param pauses lines such as {@code GC(3) Pause Young (Allocation Failure) 12M->3M(128M) 1.234ms}
 * @param stops lines such as {@code Safepoint "G1CollectForAllocation", … Total: 12345 ns}
 * @param stalls lines such as {@code Allocation Stall (main) 12.345ms}
 */
record GcLog(List<Pause> pauses, List<Stop> stops, List<Long> stalls) {
    private static final String STAMP = "^\\[(\\d+)ns\\]\\[\\w+ *\\]\\[[\\w,]+ *\\] ";
    private static final Pattern PAUSE = Pattern.compile(STAMP + "GC\\((\\d+)\\) (?:[yYO]: )?(Pause .*) ([\\d.]+)ms$");
    private static final Pattern STALL = Pattern.compile(STAMP + "(?:GC\\(\\d+\\) )?Allocation Stall .* ([\\d.]+)ms$");
    /** JDK 17 tells of clean-up and not of leaving, JDK 25 the other way round. */
    private static final Pattern STOP = Pattern.compile(
            STAMP
                    + "Safepoint \"(\\w+)\", Time since last: +\\d+ ns, Reaching safepoint: +(\\d+) ns,"
                    + "(?: Cleanup: +\\d+ ns,)? At safepoint: +(\\d+) ns,(?: Leaving safepoint: +(\\d+) ns,)? Total: +(\\d+) ns(?:,.*)?$");

    private static final long SOON = 1_000_000;

    /** A pause of the collector. */
    record Pause(long gcId, String text, long end, long nanos) {
        long start() {
            return end - nanos;
        }

        /** The caller asked for it, not the program's need for memory. */
        boolean forced() {
            return text.contains("System.gc()") || text.contains("Heap Inspection") || text.contains("Diagnostic");
        }

        private boolean becomes(Pause next) {
            return text.startsWith("Pause Young") && next.text.startsWith("Pause Full") && next.start() - end < SOON;
        }
    }

    /** A safepoint. */
    record Stop(String operation, long end, long reaching, long standing, boolean tellsLeaving, long total) {
        long start() {
            return end - total;
        }
    }

    static GcLog read(Path file) throws IOException {
        var pauses = new ArrayList<Pause>();
        var stops = new ArrayList<Stop>();
        var stalls = new ArrayList<Long>();
        for (var line : Files.readAllLines(file)) {
            var pause = PAUSE.matcher(line);
            if (pause.matches()) {
                pauses.add(new Pause(number(pause, 2), pause.group(3), number(pause, 1), nanos(pause.group(4))));
            }
            var stop = STOP.matcher(line);
            if (stop.matches()) {
                stops.add(new Stop(
                        stop.group(2),
                        number(stop, 1),
                        number(stop, 3),
                        number(stop, 4),
                        stop.group(5) != null,
                        number(stop, 6)));
            }
            var stall = STALL.matcher(line);
            if (stall.matches()) {
                stalls.add(nanos(stall.group(2)));
            }
        }
        return new GcLog(List.copyOf(pauses), List.copyOf(stops), List.copyOf(stalls));
    }

    /**
     * {@return the pauses without young ones that gave up at once and became the full one that follows} The serial
     * collector of JDK 17 logs both, 20 to 40 µs for the first, and makes one event of them.
     */
    List<Pause> withoutGivenUp() {
        var kept = new ArrayList<Pause>();
        for (int i = 0; i < pauses.size(); i++) {
            if (i + 1 == pauses.size() || !pauses.get(i).becomes(pauses.get(i + 1))) {
                kept.add(pauses.get(i));
            }
        }
        return kept;
    }

    private static long number(Matcher line, int group) {
        return Long.parseLong(line.group(group));
    }

    private static long nanos(String millis) {
        return Math.round(Double.parseDouble(millis) * 1e6);
    }
}
