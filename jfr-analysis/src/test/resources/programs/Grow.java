import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Keeps more with each step. By steps, not by the clock: a busy machine makes it slow, not another program. A step that took
 * long is made up for by the next ones, so that the pace is even, which a slope takes. Arguments: what grows
 * ({@code leak}; {@code none}; {@code warm}: a cache that fills in a third of the steps; {@code saw}: one that is cleared four
 * times), how many steps, bytes that grow and bytes of garbage in each, milliseconds that each takes at least, and whether
 * each ends in a full collection. Prints how many milliseconds it was behind its pace at worst, and how many bytes per second
 * grew.
 */
public class Grow {
    static final int OBJECT = 16 + 1000 + 8;
    static final byte[][] SLOTS = new byte[4_000][];

    static List<byte[]> kept = new ArrayList<>(400_000);

    public static void main(String[] args) throws Exception {
        int steps = Integer.parseInt(args[1]);
        long growth = Long.parseLong(args[2]);
        long churn = Long.parseLong(args[3]);
        SplittableRandom random = new SplittableRandom(1);
        long start = System.nanoTime();
        long behind = 0;
        for (int step = 1; step <= steps; step++) {
            long wanted = growth * grown(args[0], step, steps);
            if (wanted < (long) kept.size() * OBJECT / 2) {
                kept = new ArrayList<>(400_000);
            }
            while ((long) kept.size() * OBJECT < wanted) {
                kept.add(new byte[1000]);
            }
            for (long churned = 0; churned < churn; churned += OBJECT) {
                SLOTS[random.nextInt(SLOTS.length)] = new byte[1000];
            }
            long due = start + step * Long.parseLong(args[4]) * 1_000_000;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            if (args[5].equals("true")) {
                System.gc();
            }
            behind = Math.max(behind, System.nanoTime() - due);
        }
        System.out.println(behind / 1_000_000);
        System.out.println(kept.size() * (double) OBJECT / ((System.nanoTime() - start) / 1e9));
    }

    /** How many steps' worth is kept. */
    static int grown(String what, int step, int steps) {
        switch (what) {
            case "leak":
                return step;
            case "warm":
                return Math.min(step, steps / 3);
            case "saw":
                return step % (steps * 2 / 9);
            default:
                return 0;
        }
    }
}
