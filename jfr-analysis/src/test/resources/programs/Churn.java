import java.util.Random;

/** Allocates for a while into random slots, so that every collector has young and old objects to collect. */
public class Churn {
    static byte[][] slots = new byte[20_000][];

    public static void main(String[] args) {
        long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000L;
        var random = new Random(1);
        while (System.nanoTime() < end) {
            for (int i = 0; i < 1000; i++) {
                slots[random.nextInt(slots.length)] = new byte[16 + random.nextInt(1000)];
            }
        }
        System.gc();
    }
}
