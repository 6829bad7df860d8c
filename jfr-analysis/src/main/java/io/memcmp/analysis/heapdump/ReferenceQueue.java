package io.memcmp.analysis.heapdump;

/**
 * References on their way into the graph, some thousand at a time. What is known of their targets lies anywhere in memory:
 * looked at one by one, with a decision after each, every look waits for the memory; looked at together first, all of them
 * wait at once.
 */
final class ReferenceQueue {
    private static final int SIZE = 1 << 12;
    private static final int NO_ARRAY = -1;

    private final ObjectIndex index;
    private final ObjectGraph graph;
    private final ObjectGraph.Writer writer;
    private final Looks looks = new Looks();
    private final long[] ids = new long[SIZE];
    private final int[] numbers = new int[SIZE];
    private int references;
    private final int[] objects = new int[SIZE + 1];
    private final int[] classes = new int[SIZE + 1];
    private final int[] lengths = new int[SIZE + 1];
    private final int[] ends = new int[SIZE + 1];
    private int finished;
    private boolean open;
    private boolean begun; // the object at the first place, in an earlier flush
    private long all;
    private long dangling;

    /** @param writer of this queue alone */
    ReferenceQueue(ObjectIndex index, ObjectGraph graph, ObjectGraph.Writer writer) {
        this.index = index;
        this.graph = graph;
        this.writer = writer;
    }

    void begin(int object, int ofClass) {
        beginArray(object, ofClass, NO_ARRAY);
    }

    void beginArray(int object, int ofClass, int length) {
        if (finished == SIZE) {
            flush();
        }
        objects[finished] = object;
        classes[finished] = ofClass;
        lengths[finished] = length;
        open = true;
    }

    /** A reference of the object that was begun; 0 is none. */
    void refer(long id) {
        if (id != 0) {
            if (references == SIZE) {
                flush();
            }
            ids[references++] = id;
        }
    }

    void finish() {
        ends[finished++] = references;
        open = false;
    }

    /** A reference that does not keep its object. */
    void referWeakly(int from, int to) {
        writer.referWeakly(from, to);
    }

    /** Nothing more comes; what waits is stored. */
    void close() {
        flush();
        writer.close();
    }

    /** Stores what waits. Of an object that is not finished the references until now are stored. */
    private void flush() {
        for (int i = 0; i < references; i++) {
            numbers[i] = index.numberOf(ids[i]);
        }
        int seen = 0;
        for (int i = 0; i < references; i++) {
            seen ^= graph.holder(Math.max(0, numbers[i]));
        }
        looks.saw(seen);
        int from = 0;
        for (int place = 0; place < finished; place++) {
            store(place, from, ends[place]);
            from = ends[place];
            writer.finish(objects[place]);
            begun = false;
        }
        if (open) {
            store(finished, from, references);
            objects[0] = objects[finished];
            classes[0] = classes[finished];
            lengths[0] = lengths[finished];
            begun = true;
        }
        finished = 0;
        references = 0;
    }

    private void store(int place, int from, int to) {
        int object = objects[place];
        if (place > 0 || !begun) {
            if (lengths[place] == NO_ARRAY) {
                writer.begin(object, classes[place]);
            } else {
                writer.beginArray(object, classes[place], lengths[place]);
            }
        }
        for (int i = from; i < to; i++) {
            if (numbers[i] >= 0) {
                writer.refer(object, numbers[i]);
            } else {
                dangling++;
            }
        }
        all += to - from;
    }

    /** {@return how many references went through, those to nowhere too} */
    long references() {
        return all;
    }

    /** {@return how many of them lead to objects that are not in the dump} */
    long dangling() {
        return dangling;
    }
}
