package io.memcmp.workloads;

import io.memcmp.probe.Node;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/**
 * Allocates arrays as fast as it can, and keeps a known share of them for a known while.
 *
 * <p>Shows what allocation costs under each collector, and how that changes when objects survive. Parameters: {@code count}
 * arrays of {@code length} elements of type {@code element}, divided among {@code threads}; {@code survive} is the share of
 * them that is kept, evenly spread, each until {@code live} younger ones are kept.
 */
final class AllocationLoop extends Workload {

    @Override
    public String id() {
        return "allocation-loop";
    }

    @Override
    public String summary() {
        return "allocate arrays and keep a known share of them: the price of allocation and of survival";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("count", "12000000", "how many arrays"),
                new Parameter("element", "byte", "type of their elements: byte, int or long"),
                new Parameter("length", "1024", "elements in each"),
                new Parameter("threads", "1", "threads that share the work"),
                new Parameter("survive", "0.05", "share of the arrays that is kept, from 0 to 1"),
                new Parameter("live", "50000", "how many arrays are kept at a time, the oldest is dropped first"));
    }

    @Override
    public int defaultHeapMiB() {
        return 256;
    }

    @Override
    Run run(Arguments arguments) {
        int threads = arguments.integer("threads", 1, 1024);
        return new Loop(
                arguments.count("count", 1, 1L << 50),
                new Shape(
                        arguments.choice("element", Element.class),
                        arguments.integer("length", 1, 1 << 30),
                        arguments.fraction("survive"),
                        arguments.integer("live", 0, 1 << 28) / threads),
                threads);
    }

    /** What the arrays hold; each carries a mark, so that a sum over all of them tells whether all were there. */
    enum Element {
        BYTE(1) {
            @Override
            Object make(int length, int mark) {
                byte[] array = new byte[length];
                array[length - 1] = (byte) mark;
                return array;
            }

            @Override
            int mark(Object array) {
                byte[] bytes = (byte[]) array;
                return bytes[bytes.length - 1];
            }
        },
        INT(4) {
            @Override
            Object make(int length, int mark) {
                int[] array = new int[length];
                array[length - 1] = mark;
                return array;
            }

            @Override
            int mark(Object array) {
                int[] ints = (int[]) array;
                return ints[ints.length - 1];
            }
        },
        LONG(8) {
            @Override
            Object make(int length, int mark) {
                long[] array = new long[length];
                array[length - 1] = mark;
                return array;
            }

            @Override
            int mark(Object array) {
                long[] longs = (long[]) array;
                return (int) longs[longs.length - 1];
            }
        };

        private final int bytes;

        Element(int bytes) {
            this.bytes = bytes;
        }

        abstract Object make(int length, int mark);

        abstract int mark(Object array);
    }

    /** What each thread allocates and keeps. */
    private record Shape(Element element, int length, double survive, int kept) {}

    /** One thread's part. Its fields are read by others after it has ended. */
    private static final class Worker extends Thread {

        /** The share that survives is counted in these, so that it comes out the same everywhere. */
        private static final long ONE = 1L << 32;

        private static final VarHandle LATEST;

        static {
            try {
                LATEST = MethodHandles.lookup().findVarHandle(Worker.class, "latest", Object.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final Shape shape;
        private final long count;
        private final long step;
        private final AtomicBoolean stop;

        private Object latest;
        private Object[] ring;
        private long done;
        private long survivors;
        private long sum;
        private Throwable failure;

        /** Takes what tells all workers that one of them has failed. */
        private Worker(Shape shape, long count, AtomicBoolean stop) {
            super("allocation-loop");
            this.shape = shape;
            this.count = count;
            this.stop = stop;
            this.step = (long) Math.ceil(shape.survive() * ONE);
        }

        @Override
        public void run() {
            try {
                ring = new Object[shape.kept()];
                allocate();
            } catch (RuntimeException | Error e) { // out of memory above all: the harness deals with it
                failure = e;
                stop.set(true);
            }
        }

        private void allocate() {
            long share = 0;
            int slot = 0;
            for (long i = 0; i < count && !stop.get(); i++) {
                Object array = shape.element().make(shape.length(), (int) (i & 127));
                // An opaque access is done as often as it is written, so no compiler can do without the array.
                LATEST.setOpaque(this, array);
                sum += shape.element().mark(LATEST.getOpaque(this));
                share += step;
                if (share >= ONE) {
                    share -= ONE;
                    slot = keep(array, slot);
                }
                done = i + 1;
            }
            LATEST.setOpaque(this, null);
        }

        private int keep(Object array, int slot) {
            if (ring.length == 0) {
                return 0;
            }
            ring[slot] = array;
            survivors++;
            return slot + 1 == ring.length ? 0 : slot + 1;
        }

        private void drop() {
            ring = null;
            latest = null; // not by LATEST: its first use in a place needs memory
        }

        /** {@return the sum of the marks 0, 1, …, 127, 0, 1, … of all arrays} */
        private long expectedSum() {
            long rest = count % 128;
            return count / 128 * (127 * 128 / 2) + rest * (rest - 1) / 2;
        }
    }

    private static final class Loop implements Run {

        private final Shape shape;
        private final List<Worker> workers;

        private Loop(long count, Shape shape, int threads) {
            this.shape = shape;
            var stop = new AtomicBoolean();
            this.workers = LongStream.range(0, threads)
                    .mapToObj(i -> new Worker(shape, count / threads + (i < count % threads ? 1 : 0), stop))
                    .toList();
        }

        @Override
        public void measure() throws InterruptedException {
            workers.forEach(Thread::start);
            for (Worker worker : workers) {
                worker.join();
            }
            for (Worker worker : workers) {
                if (worker.failure instanceof Error error) {
                    throw error;
                } else if (worker.failure instanceof RuntimeException exception) {
                    throw exception;
                }
            }
        }

        @Override
        public long operations() {
            return workers.stream().mapToLong(worker -> worker.done).sum();
        }

        @Override
        public Inventory inventory(Sizes sizes) {
            String type = shape.element().name().toLowerCase(Locale.ROOT);
            long kept = workers.stream()
                    .mapToLong(worker -> Math.min(worker.survivors, shape.kept()))
                    .sum();
            var array = new Node(
                    type + "[]",
                    type + "[" + shape.length() + "]",
                    kept,
                    (long) shape.length() * shape.element().bytes,
                    sizes.of(shape.element().make(shape.length(), 0)));
            var ring = new Node(
                    "java.lang.Object[]",
                    "ref[" + shape.kept() + "]",
                    workers.size(),
                    0,
                    sizes.references(shape.kept()));
            return new Inventory(new Inventory.Kind(array, operations()), new Inventory.Kind(ring, workers.size()));
        }

        @Override
        public Check check() {
            return Check.equal("sum over the arrays' last elements", expected(), found());
        }

        private long expected() {
            return workers.stream().mapToLong(Worker::expectedSum).sum();
        }

        private long found() {
            return workers.stream().mapToLong(worker -> worker.sum).sum();
        }

        @Override
        public void drop() {
            for (int i = 0; i < workers.size(); i++) {
                workers.get(i).drop();
            }
        }
    }
}
