import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Arguments: what grows ({@code leak}, {@code none}, {@code warm}: a cache that fills for a third of the time, {@code saw}: one
 * that is cleared four times), for how many milliseconds, bytes per second that grow, bytes per second of garbage, and
 * milliseconds between full collections, 0 for none asked for. Prints how many bytes per second grew.
 */
public class Grow {
    static final int OBJECT = 16 + 1000 + 8;
    static final byte[][] SLOTS = new byte[4_000][];

    static List<byte[]> kept = new ArrayList<>(400_000);

    public static void main(String[] args) throws Exception {
        long millis = Long.parseLong(args[1]);
        double rate = Double.parseDouble(args[2]);
        double churn = Double.parseDouble(args[3]) / 1e3;
        long between = Long.parseLong(args[4]);
        SplittableRandom random = new SplittableRandom(1);
        long start = System.nanoTime();
        double churned = 0;
        long forced = 0;
        double wanted = 0;
        for (double now = 0; now < millis; now = (System.nanoTime() - start) / 1e6) {
            wanted = grownFor(args[0], now, millis) * rate / 1e3;
            if (wanted < (double) kept.size() * OBJECT / 2) {
                kept = new ArrayList<>(400_000);
            }
            while ((double) kept.size() * OBJECT < wanted) {
                kept.add(new byte[1000]);
            }
            for (double until = Math.min(churn * now, churned + 1e6); churned < until; churned += OBJECT) {
                SLOTS[random.nextInt(SLOTS.length)] = new byte[1000];
            }
            if (between > 0 && now > (forced + 1) * between) {
                forced = (long) now / between;
                System.gc();
            }
            if (churned >= churn * now - 1e5) {
                Thread.sleep(1);
            }
        }
        System.out.println(kept.size() * (double) OBJECT / ((System.nanoTime() - start) / 1e9));
    }

    /** For how many milliseconds it has grown. */
    static double grownFor(String what, double now, double all) {
        switch (what) {
            case "leak":
                return now;
            case "warm":
                return Math.min(now, all / 3);
            case "saw":
                return now % (all / 4.5);
            default:
                return 0;
        }
    }
}
