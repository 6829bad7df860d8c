package io.memcmp.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The collector's own log: the instrument that knows nothing of JFR. */
record GcLog(List<LoggedPause> pauses, List<LoggedStop> stops, List<Double> stallMillis) {
    private static final Pattern PAUSE = Pattern.compile("GC\\((\\d+)\\) (?:[yYO]: )?Pause .* ([\\d.]+)ms$");
    private static final Pattern STALL = Pattern.compile("Allocation Stall \\(.*\\) ([\\d.]+)ms$");
    private static final Pattern STOP = Pattern.compile(
            "\\[(\\d+)ms].*Safepoint \"(\\w+)\",.* Reaching safepoint: +(\\d+) ns,.* Total: +(\\d+) ns");

    /** A line of {@code [gc]} or {@code [gc,phases]}. */
    record LoggedPause(long gcId, double millis) {}

    /** A line of {@code [safepoint]}, and when it was written: at the end of the stop, by the clock on the wall. */
    record LoggedStop(long endMillis, String operation, long reachingNanos, long totalNanos) {}

    static List<String> flags(Path file) {
        return List.of("-Xlog:gc,gc+phases,safepoint:file=" + file + ":uptimenanos,timemillis,level,tags:filecount=0");
    }

    static GcLog read(Path file) throws IOException {
        var pauses = new ArrayList<LoggedPause>();
        var stops = new ArrayList<LoggedStop>();
        var stalls = new ArrayList<Double>();
        for (var line : Files.readAllLines(file)) {
            var pause = PAUSE.matcher(line);
            if (pause.find()) {
                pauses.add(new LoggedPause(Long.parseLong(pause.group(1)), Double.parseDouble(pause.group(2))));
            }
            var stall = STALL.matcher(line);
            if (stall.find()) {
                stalls.add(Double.parseDouble(stall.group(1)));
            }
            var stop = STOP.matcher(line);
            if (stop.find()) {
                stops.add(new LoggedStop(
                        Long.parseLong(stop.group(1)),
                        stop.group(2),
                        Long.parseLong(stop.group(3)),
                        Long.parseLong(stop.group(4))));
            }
        }
        return new GcLog(pauses, stops, stalls);
    }
}
