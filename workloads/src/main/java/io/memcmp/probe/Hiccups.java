package io.memcmp.probe;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps, and counts how late it wakes: what the whole machine, the collector included, does to a thread that wants to
 * run. Allocates nothing once it is started, so that it takes no part in what it watches.
 */
final class Hiccups {

    /** How often a sleep was late by more than one interval, by how much together, and by how much at worst. */
    static final class Tally {
        private long count;
        private long excess;
        private long maximum;

        private void add(long late, long interval) {
            if (late > interval) {
                count++;
                excess += late;
                maximum = Math.max(maximum, late);
            }
        }

        private void clear() {
            count = 0;
            excess = 0;
            maximum = 0;
        }

        long count() {
            return count;
        }

        long excess() {
            return excess;
        }

        long maximum() {
            return maximum;
        }
    }

    private final long interval;
    private final Tally sinceStart = new Tally();
    private final Tally window = new Tally();
    private long due;
    private long windowBegin;

    Hiccups(Duration interval, long now) {
        this.interval = interval.toNanos();
        this.due = now + this.interval;
        this.windowBegin = now;
    }

    void start() {
        var thread = new Thread(this::sleepAndWake, "memcmp hiccups");
        thread.setDaemon(true);
        thread.start();
    }

    private void sleepAndWake() {
        while (true) {
            long asleep = System.nanoTime();
            sleeps(asleep);
            long left = interval;
            while (left > 0) { // a park may end early for no reason
                LockSupport.parkNanos(this, left);
                left = asleep + interval - System.nanoTime();
            }
            wakes(System.nanoTime());
        }
    }

    synchronized void sleeps(long now) {
        due = now + interval;
    }

    synchronized void wakes(long now) {
        sinceStart.add(now - due, interval);
        window.add(now - Math.max(due, windowBegin), interval);
        due = now + interval;
    }

    /** The window begins; a sleep that is late already is late from now on only. */
    synchronized void beginWindow(long now) {
        window.clear();
        windowBegin = now;
    }

    /** {@return a copy of what was counted, a sleep that is late and has not woken yet included} */
    synchronized Tally tally(Point point, long now) {
        boolean ofWindow = point == Point.MEASURE_END;
        Tally source = ofWindow ? window : sinceStart;
        var copy = new Tally();
        copy.count = source.count;
        copy.excess = source.excess;
        copy.maximum = source.maximum;
        copy.add(now - (ofWindow ? Math.max(due, windowBegin) : due), interval);
        return copy;
    }

    void write(Point point) {
        var tally = tally(point, System.nanoTime());
        var event = new HiccupsEvent();
        event.point = point.id();
        event.interval = interval;
        event.count = tally.count();
        event.excess = tally.excess();
        event.maximum = tally.maximum();
        event.commit();
    }
}
