import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import jdk.jfr.Unsigned;

/** Does a little of all that a recording can hold: {@code mix MILLIS}, {@code small TURNS}, {@code huge CHARS}, {@code many EVENTS}. */
public class Everything {
    static final String UNUSUAL = "Gr\u00f6\u00dfe \u65e5\u672c \ud835\udcb3";

    /** The last objects that a leak holds, and those that die young. */
    static final List<Object> LEAK = new ArrayList<>();

    /** They are 16 MB, of the 64 that most runs have. */
    static final int MOST_LEAKED = 1_000;

    static Object[] young = new Object[256];

    @Name("test.Every")
    @Label("Gr\u00f6\u00dfe \ud835\udcb3 \u2028")
    @Category("\u65e5\u672c")
    static class Every extends Event {
        byte aByte;
        short aShort;
        char aChar;
        int anInt;
        long aLong;
        float aFloat;
        double aDouble;
        boolean aBoolean;
        String aString;
        Thread aThread;
        Class<?> aClass;

        @Unsigned
        byte unsignedByte;

        @Unsigned
        short unsignedShort;

        @Unsigned
        int unsignedInt;

        @Unsigned
        long unsignedLong;

        @Timespan(Timespan.NANOSECONDS)
        long nanos;

        @Timespan(Timespan.MICROSECONDS)
        long micros;

        @Timespan(Timespan.MILLISECONDS)
        long millis;

        @Timespan(Timespan.SECONDS)
        int seconds;

        @Timespan(Timespan.TICKS)
        long ticks;

        @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
        long epochMillis;

        @Timestamp(Timestamp.TICKS)
        long atTicks;
    }

    @Name("test.Gr\u00f6\u00dfe\u65e5")
    @StackTrace(false)
    static class Unusual extends Event {
        String gr\u00f6\u00dfe;
    }

    @Name("test.NeverHappens")
    static class Never extends Event {
        int field;
    }

    @Name("test.Text")
    @StackTrace(false)
    static class Text extends Event {
        String text;
        int length;
    }

    public static void main(String[] args) throws Exception {
        new Never().begin();
        switch (args[0]) {
            case "mix" -> mix(Long.parseLong(args[1]));
            case "small" -> small(Integer.parseInt(args[1]));
            case "huge" -> huge(Integer.parseInt(args[1]));
            case "many" -> many(Integer.parseInt(args[1]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /**
     * In turns, so that every chunk of a long run holds all of it, and on no machine more than a hundred a second: some
     * collectors never collect, and each turn allocates some 4 MB.
     */
    static void mix(long millis) throws Exception {
        long begin = System.nanoTime();
        var unusual = unusualClass("\u00dcnic\u00f6de\u65e5\ud835\udcb3");
        int turns = 0;
        do {
            turn(unusual);
            turns++;
            if (turns % 16 == 1) {
                outside();
            }
            if (turns % 16 == 2) {
                anotherChunk();
            }
            LockSupport.parkNanos(begin + turns * 10_000_000L - System.nanoTime());
        } while (System.nanoTime() - begin < millis * 1_000_000);
        System.gc();
    }

    /** As many chunks as turns. */
    static void small(int turns) throws Exception {
        LEAK.add("no long text");
        var unusual = unusualClass("\u00dcnic\u00f6de\u65e5\ud835\udcb3");
        for (int i = 1; i <= turns; i++) {
            turn(unusual);
            System.gc();
            if (i < turns) {
                anotherChunk();
            }
        }
    }

    static void turn(Class<?> unusual) throws Exception {
        extremes(unusual);
        texts();
        gr\u00f6\u00dfe(unusual);
        deep(150);
        lambdas();
        var named = new Thread(Everything::waitABit, UNUSUAL);
        named.start();
        var halfSurrogate = new Thread(Everything::waitABit, "half \ud800 surrogate");
        halfSurrogate.start();
        virtual();
        contended();
        named.join();
        halfSurrogate.join();
        for (int i = 0; i < 2_000; i++) {
            young[i % young.length] = new byte[i % 700];
        }
        if (LEAK.size() < MOST_LEAKED) {
            LEAK.add(new long[2_000]);
        }
    }

    /**
     * Serial and Parallel make a new buffer as large as its first object and then some, however large that is. But what
     * is left of it is too much to waste, and too little for the next. Epsilon's are never larger than 4 MiB.
     */
    static void outside() {
        for (int i = 0; i < 4; i++) {
            young[0] = new byte[5 << 20];
        }
        young[0] = null;
    }

    /** A recording that starts ends the chunk of those that run; so does one that stops, which these never do. */
    static void anotherChunk() {
        var recording = new Recording();
        recording.start();
    }

    static void extremes(Class<?> unusual) {
        long[] longs = {0, 1, -1, 63, 64, 127, 128, -128, 1L << 35, 1L << 55, 1L << 56, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE};
        double[] doubles = {0, -0.0, 1.5, Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE, Double.NEGATIVE_INFINITY};
        Class<?>[] classes = {unusual, null, int.class, int[].class, String[][].class, List.class, java.util.Map.Entry.class};
        for (int i = 0; i < longs.length; i++) {
            var event = new Every();
            event.begin();
            event.aByte = event.unsignedByte = (byte) longs[i];
            event.aShort = event.unsignedShort = (short) (longs[i] >> 3);
            event.aChar = (char) longs[i];
            event.anInt = event.unsignedInt = (int) longs[i];
            event.aLong = event.unsignedLong = longs[i];
            event.aDouble = doubles[i % doubles.length];
            event.aFloat = (float) event.aDouble;
            event.aBoolean = i % 2 == 0;
            event.aString = i % 3 == 0 ? null : i % 3 == 1 ? "" : UNUSUAL;
            event.aThread = i % 4 == 0 ? null : Thread.currentThread();
            event.aClass = classes[i % classes.length];
            event.nanos = event.micros = event.millis = event.ticks = longs[i];
            event.seconds = (int) longs[i];
            event.epochMillis = event.atTicks = longs[i];
            event.commit();
        }
    }

    /** Each of the ways in which JFR writes a text. */
    static void texts() {
        var pooled = "a text that is long enough to be written once";
        for (var text : new String[] {"short", pooled, pooled, pooled + UNUSUAL, pooled + UNUSUAL, "\u00e9t\u00e9", "half \udc00"}) {
            text(text);
        }
        if (LEAK.isEmpty()) {
            text("x".repeat(100_000));
            text("\u65e5\ud835\udcb3".repeat(20_000));
        }
    }

    static void text(String text) {
        var event = new Text();
        event.text = text;
        event.length = text.length();
        event.commit();
    }

    /** A method with an unusual name allocates what has an unusual class. */
    static void gr\u00f6\u00dfe(Class<?> unusual) {
        var event = new Unusual();
        event.gr\u00f6\u00dfe = UNUSUAL;
        event.commit();
        for (int i = 0; i < 300; i++) {
            young[i % young.length] = Array.newInstance(unusual, 200);
        }
    }

    static int deep(int frames) {
        if (frames == 0) {
            for (int i = 0; i < 300; i++) {
                young[i % young.length] = new int[500];
            }
            var event = new Every();
            event.commit();
            return 1;
        }
        return 1 + deep(frames - 1);
    }

    static void lambdas() {
        for (int i = 0; i < 20_000; i++) {
            int number = i;
            IntSupplier lambda = () -> number;
            young[i % young.length] = lambda;
        }
        var event = new Every();
        event.aClass = young[0].getClass();
        event.commit();
    }

    static void waitABit() {
        try {
            LockSupport.parkNanos(2_000_000);
            Thread.sleep(2);
            new Every().commit();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static class Pins {
        static {
            LockSupport.parkNanos(25_000_000);
        }

        static void touch() {}
    }

    /** Where there are virtual threads; a class that is being initialized pins the one that parks in it. */
    static void virtual() throws Exception {
        if (Runtime.version().feature() >= 21) {
            var start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            for (Runnable task : List.<Runnable>of(Pins::touch, Everything::waitABit)) {
                ((Thread) start.invoke(null, task)).join();
            }
        }
    }

    static void contended() throws InterruptedException {
        var other = new Thread(Everything::locked, "contender");
        synchronized (LEAK) {
            other.start();
            while (other.getState() != Thread.State.BLOCKED) {
                Thread.sleep(1);
            }
            Thread.sleep(5);
        }
        other.join();
    }

    static void locked() {
        synchronized (LEAK) {
            new Every().commit();
        }
    }

    /** One event with a text of so many characters, between two ordinary ones. */
    static void huge(int chars) {
        text("before");
        text("x".repeat(chars));
        text("\u65e5".repeat(chars / 4));
        text("after");
    }

    static void many(int events) {
        for (int i = 0; i < events; i++) {
            text("event " + i + ' ' + "x".repeat(i % 64));
        }
    }

    /** An empty class of that name; the compiler could not write its file where file names are ASCII. */
    static Class<?> unusualClass(String name) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(0xcafebabe);
        out.writeInt(61);
        out.writeShort(5);
        for (var constant : new String[] {name, "java/lang/Object"}) {
            out.writeByte(1);
            out.writeUTF(constant);
        }
        for (int utf8 : new int[] {1, 2}) {
            out.writeByte(7);
            out.writeShort(utf8);
        }
        for (int word : new int[] {0x21, 3, 4, 0, 0, 0, 0}) {
            out.writeShort(word);
        }
        return MethodHandles.lookup().defineClass(bytes.toByteArray());
    }
}
