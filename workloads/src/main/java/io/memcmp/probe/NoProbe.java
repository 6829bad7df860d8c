package io.memcmp.probe;

import java.util.Set;

/** What workloads find when the agent was not started; knows nothing of JFR, which may not be there. */
final class NoProbe extends Probe {

    @Override
    public long sizeOf(Object object) {
        return -1;
    }

    @Override
    public Span begin(String name) {
        return () -> {};
    }

    @Override
    public void rehearse() {}

    @Override
    public void measureBegin() {}

    @Override
    public void measureEnd() {}

    @Override
    public void liveSet(Point point, Set<String> nodeClasses) {
        System.gc();
    }

    @Override
    public void write(Result result) {}

    @Override
    public void write(Node node) {}

    @Override
    public void outOfMemory(long elapsedNanos, long operations) {}
}
