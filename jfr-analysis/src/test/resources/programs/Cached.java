import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.FlightRecorder;

/** Fills a map that a class holds, has the recording written out twice, and lets go of the map. */
public final class Cached {
    private static Map<Long, byte[]> cache = new HashMap<>();

    public static void main(String[] args) throws Exception {
        for (long i = 0; i < 100_000; i++) {
            cache.put(1000 + i, new byte[1000]);
        }
        System.gc(); // the recorder tells of objects only that are older than the last collection
        for (var recording : FlightRecorder.getFlightRecorder().getRecordings()) {
            recording.dump(Path.of(args[0]));
            recording.dump(Path.of(args[1]));
        }
        cache = null;
        System.gc();
    }
}
