import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.management.ManagementFactory;
import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import javax.management.ObjectName;

/** Makes objects of many kinds, and writes a heap dump and the virtual machine's own histogram of the same moment. */
public final class Kinds {
    static class Empty {}
    static class OneByte { byte a; }
    static class OneByteTwo extends OneByte { byte b; }
    static class OneByteThree extends OneByteTwo { byte c; }
    static class WithLong extends OneByteThree { long d; }
    static class WithReference extends WithLong { Object e; boolean f; }
    static class Wide { byte b; long l; short s; int i; Object r; boolean z; double d; char c; float f; }
    static class Narrow extends Wide { byte tail; Object more; }
    static class ReferencesOnly { Object a; Object b; Object c; }
    static class ReferenceAfter extends OneByte { Object a; }
    static class IntFirst { int i; }
    static class LongAfterInt extends IntFirst { long l; }
    static class LongAfterIntAgain extends LongAfterInt { int i; Object o; long l; }
    static class Chars { char a; char b; char c; }
    static class Node { int value; Node next; }
    record Point(int x, double y) {}
    record Pair(Object left, Object right) {}
    enum Colour { RED, GREEN { int own = 3; } }
    class Inner { short s; }
    static class Finalized {
        int i;
        @Override @SuppressWarnings("removal")
        protected void finalize() { i++; }
    }
    static class Key extends WeakReference<Object> {
        final int hash;
        Key(Object referent, ReferenceQueue<Object> queue) {
            super(referent, queue);
            hash = System.identityHashCode(referent);
        }
    }
    static class Failure extends Exception {
        int code;
        Failure() { super("failed"); }
    }
    static class Worker extends Thread { int work; byte state; }
    static class Loader extends ClassLoader { Object own; }
    static class Statics {
        static boolean z = true; static byte b = 1; static char c = 'c'; static short s = 2;
        static int i = 3; static float f = 4; static long l = 5; static double d = 6;
        static Object held = new Node();
        static Object[] more = new Object[7];
    }
    static class Alone { static int i = 1; byte own; }

    static final MethodType CALL = MethodType.methodType(void.class);
    static final List<Object> KEPT = new ArrayList<>();
    static volatile boolean done;

    public static void main(String[] args) throws Exception {
        var dump = Path.of(args[0]);
        make(Integer.parseInt(args[1]));
        var text = new String[1];
        for (int round = 0; round < 3; round++) { // the first two load what dumping needs
            Files.deleteIfExists(dump);
            System.gc();
            Thread.sleep(round < 2 ? 50 : 300); // for those who handle references and finalize
            dump(dump);
            text[0] = histogram();
        }
        System.out.println(text[0]);
        System.out.println("kept " + KEPT.size());
        System.exit(0);
    }

    static void dump(Path file) throws Exception {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
    }

    static String histogram() throws Exception {
        return (String) ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                new Object[] {new String[0]}, new String[] {String[].class.getName()});
    }

    static void make(int count) throws Exception {
        var outer = new Kinds();
        var queue = new ReferenceQueue<Object>();
        var cleaner = Cleaner.create();
        for (int i = 0; i < count; i++) {
            instances(outer, i);
            arrays(i);
            var payload = new IntFirst();
            KEPT.add(payload);
            KEPT.add(new WeakReference<>(payload));
            KEPT.add(new SoftReference<Object>(new LongAfterInt()));
            KEPT.add(new PhantomReference<Object>(payload, queue));
            KEPT.add(new Key(payload, queue));
            KEPT.add(new MutableCallSite(CALL)); // to these the virtual machine adds fields
            if (i % 100 == 0) {
                KEPT.add(new Finalized());
                KEPT.add(new Failure());
                KEPT.add(new InternalError());
                KEPT.add(new Worker());
                KEPT.add(new Loader());
                var cleaned = new Empty();
                KEPT.add(cleaned);
                KEPT.add(cleaner.register(cleaned, () -> done = true));
            }
        }
        collections(count);
        KEPT.add(Statics.held);
        KEPT.add(new Alone());
        hidden();
        loaders();
        threads();
    }

    static void instances(Kinds outer, int i) {
        KEPT.add(new Empty());
        KEPT.add(new OneByte());
        KEPT.add(new OneByteTwo());
        KEPT.add(new OneByteThree());
        KEPT.add(new WithLong());
        KEPT.add(new WithReference());
        KEPT.add(new Wide());
        KEPT.add(new Narrow());
        KEPT.add(new ReferencesOnly());
        KEPT.add(new ReferenceAfter());
        KEPT.add(new LongAfterIntAgain());
        KEPT.add(new Chars());
        KEPT.add(new Point(i, i));
        KEPT.add(new Pair(outer, Colour.GREEN));
        KEPT.add(outer.new Inner());
        KEPT.add(Integer.valueOf(i + 1000));
        KEPT.add(Long.valueOf(i + 1000));
        KEPT.add(Double.valueOf(i));
        KEPT.add(Float.valueOf(i));
        KEPT.add(Short.valueOf((short) (i + 1000)));
        KEPT.add(Character.valueOf((char) (i + 1000)));
        KEPT.add("text " + i);
        KEPT.add("\u0416 " + i);
        IntSupplier lambda = () -> i;
        KEPT.add(lambda);
    }

    static void arrays(int i) {
        KEPT.add(new boolean[i % 37]);
        KEPT.add(new byte[i % 41]);
        KEPT.add(new char[i % 43]);
        KEPT.add(new short[i % 23]);
        KEPT.add(new int[i % 19]);
        KEPT.add(new float[i % 29]);
        KEPT.add(new long[i % 17]);
        KEPT.add(new double[i % 13]);
        KEPT.add(new Object[i % 31]);
        KEPT.add(new Point[i % 11]);
        KEPT.add(new int[i % 3][i % 5]);
    }

    static void collections(int count) throws Exception {
        KEPT.add(new byte[1 << 20]);
        KEPT.add(new long[100_000]);
        KEPT.add(new Object[100_000]);
        var maps = List.of(new HashMap<Object, Object>(), new TreeMap<Object, Object>(),
                new LinkedHashMap<Object, Object>(), new ConcurrentHashMap<Object, Object>());
        var list = new LinkedList<Object>();
        Node head = null;
        for (int i = 0; i < count; i++) {
            Integer key = i + 5000;
            maps.forEach(map -> map.put(key, key));
            list.add(key);
            var node = new Node();
            node.next = head;
            head = node;
        }
        KEPT.add(maps);
        KEPT.add(list);
        KEPT.add(head);
        var adder = new LongAdder(); // its cells are padded
        ForkJoinPool.commonPool().submit(() -> java.util.stream.IntStream.range(0, 100_000).parallel()
                .forEach(i -> adder.increment())).get();
        KEPT.add(adder);
    }

    static void hidden() throws Exception {
        byte[] bytes;
        try (var in = Kinds.class.getResourceAsStream("Kinds$Alone.class")) {
            bytes = in.readAllBytes();
        }
        for (int i = 0; i < 3; i++) {
            var type = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            var constructor = type.getDeclaredConstructor();
            for (int j = 0; j < 100; j++) {
                KEPT.add(constructor.newInstance());
            }
        }
    }

    static void loaders() throws Exception {
        var jar = Path.of(System.getProperty("java.class.path")).toUri().toURL();
        for (int i = 0; i < 3; i++) {
            var loader = new URLClassLoader(new URL[] {jar}, null);
            var type = Class.forName("Kinds$OneByte", true, loader);
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            for (int j = 0; j < 50; j++) {
                KEPT.add(constructor.newInstance());
            }
            KEPT.add(Class.forName("Kinds$Statics", true, loader));
        }
    }

    static void threads() throws Exception {
        var ready = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            var thread = new Thread(() -> {
                var held = new Node();
                ready.countDown();
                while (!done) {
                    Thread.onSpinWait();
                    try {
                        Thread.sleep(100_000);
                    } catch (InterruptedException e) {
                        KEPT.add(held);
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        ready.await();
    }
}
