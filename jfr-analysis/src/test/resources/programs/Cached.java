import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.FlightRecorder;

/** Fills a map that a class holds, has the recording written out twice, and lets go of the map. */
public final class Cached {
    private static Map<Long, byte[]> cache = new HashMap<>();

    private static Object dying;

    public static void main(String[] args) throws Exception {
        for (long i = 0; i < 100_000; i++) {
            cache.put(1000 + i, new byte[1000]);
        }
        // The recorder tells only of objects that are older than the last collection in which one of its samples died.
        die();
        System.gc();
        for (var recording : FlightRecorder.getFlightRecorder().getRecordings()) {
            recording.dump(Path.of(args[0]));
            recording.dump(Path.of(args[1]));
        }
        cache = null;
        System.gc();
    }

    /** Large enough to be allocated the slow way, where samples are taken. */
    private static void die() {
        for (int i = 0; i < 64; i++) {
            dying = new byte[1 << 20];
        }
        dying = null;
    }
}
