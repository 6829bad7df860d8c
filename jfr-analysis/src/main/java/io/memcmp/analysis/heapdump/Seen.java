package io.memcmp.analysis.heapdump;

/** Which objects of a dump a look has come by; the first record of each counts. */
final class Seen {
    private final Bits seen;
    private long count;

    /** @param objects how many the first look has found */
    Seen(int objects) {
        seen = new Bits(objects);
    }

    /**
     * {@return false of an object's second record, and of one that was not there at the first look}
     *
     * @param object its number, or {@link ObjectIndex#ABSENT}
     */
    boolean isNew(int object) {
        if (object < 0 || seen.get(object)) {
            return false;
        }
        seen.set(object);
        count++;
        return true;
    }

    /** Counts what another has seen of a part that has no object in common with this one's. */
    void add(Seen following) {
        count += following.count;
    }

    /** {@return how many, each once} */
    long count() {
        return count;
    }
}
