package io.memcmp.analysis.heapdump;

/** Finds the place of every object of a dump. */
final class OutlineBuilder implements AutoCloseable {
    /** What retains this share of all stands by itself. */
    private static final double LARGE = 0.001;

    /** Or less of it, where so many would. */
    private static final int MOST_LARGE = 20_000;

    private static final int MOST_PLACES = 1 << 20;

    /** Set in the label of an object that dominates another of its place. */
    private static final int LINKED = 1 << 30;

    private static final int UNSEEN = 0;

    /** Label of an object without a place. */
    private static final int OUTSIDE = LINKED - 1;

    private static final int LONGEST_PERIOD = 4;
    private static final int REPEATS = 3;

    private final HeapDump dump;
    private final int objects;
    private final int classOfClasses;
    private final Places places = new Places(MOST_PLACES);

    /**
     * For each object 0, or its place, or, while its dominator's is looked for, the object below it from which the search
     * came, inverted. So a chain of any length is climbed without a stack.
     */
    private final Ints labels;

    private long large;

    OutlineBuilder(HeapDump dump) {
        this.dump = dump;
        objects = dump.objects();
        classOfClasses = dump.classes().stream()
                .filter(type -> type.name().equals("java.lang.Class"))
                .mapToInt(DumpClass::index)
                .findFirst()
                .orElse(HeapDump.NONE);
        labels = dump.table();
    }

    Places build() {
        large = large();
        for (int object = 0; object < objects; object++) {
            if (labels.get(object) == UNSEEN && dump.retainedBy(object) > 0) {
                label(object);
            }
        }
        return places;
    }

    /** Bytes from which on an object stands by itself. */
    private long large() {
        long all = 0;
        for (int object = 0; object < objects; object++) {
            if (dump.dominatorOf(object) == HeapDump.NONE) {
                all += dump.retainedBy(object);
            }
        }
        places.countRoots(all);
        long least = Math.max(1, (long) (all * LARGE));
        var sizes = new SizeClasses();
        for (int object = 0; object < objects; object++) {
            long retained = dump.retainedBy(object);
            if (retained >= least && !continues(object)) {
                sizes.add(retained);
            }
        }
        return Math.max(least, sizes.least(MOST_LARGE));
    }

    private void label(int object) {
        int at = object;
        while (true) {
            int dominator = dump.dominatorOf(at);
            if (dominator == HeapDump.NONE || labels.get(dominator) != UNSEEN) {
                break;
            }
            labels.set(dominator, ~at);
            at = dominator;
        }
        while (true) {
            int below = labels.get(at);
            labels.set(at, place(at));
            if (at == object) {
                return;
            }
            at = ~below;
        }
    }

    private int place(int object) {
        int dominator = dump.dominatorOf(object);
        int above = dominator == HeapDump.NONE ? Places.ROOTS : labels.get(dominator) & ~LINKED;
        if (above == OUTSIDE) {
            return OUTSIDE;
        }
        int kind = dump.classOf(object);
        if (kind != classOfClasses && places.continues(above, kind)) {
            boolean first = (labels.get(dominator) & LINKED) == 0;
            labels.set(dominator, above | LINKED);
            places.nest(above, kind, dump.sizeOf(object), first);
            return above;
        }
        long retained = dump.retainedBy(object);
        boolean single = kind == classOfClasses || (retained >= large && !continues(object));
        int place = places.under(above, object, kind, single);
        if (place == Places.NOWHERE) {
            return OUTSIDE;
        }
        places.count(place, dump.sizeOf(object), retained);
        return place;
    }

    /** Whether an object is a later one of a chain: of the class of its dominator, or in a sequence that repeats itself. */
    private boolean continues(int object) {
        int kind = dump.classOf(object);
        if (kind == classOfClasses) {
            return false;
        }
        int above = object;
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            above = dump.dominatorOf(above);
            if (above == HeapDump.NONE) {
                return false;
            }
            if (dump.classOf(above) == kind && (period == 1 || repeats(object, above, (REPEATS - 1) * period))) {
                return true;
            }
        }
        return false;
    }

    private boolean repeats(int object, int earlier, int steps) {
        int late = object;
        int early = earlier;
        for (int i = 0; i < steps; i++) {
            late = dump.dominatorOf(late);
            early = dump.dominatorOf(early);
            if (early == HeapDump.NONE || dump.classOf(late) != dump.classOf(early)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        dump.giveBack(labels);
    }
}
