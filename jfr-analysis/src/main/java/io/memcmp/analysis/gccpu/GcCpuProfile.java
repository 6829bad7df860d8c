package io.memcmp.analysis.gccpu;

import io.memcmp.analysis.Reading;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * CPU time of the collector: all its threads and the VM thread, by their names in the operating system. The VM thread is
 * always in it, because for the serial collector it is the collector.
 *
 * @param total of all these threads
 * @param shareOfProcess of the CPU time of the process, 0 to 1
 * @param byThread CPU time by the thread's name
 */
public record GcCpuProfile(Duration total, Reading shareOfProcess, SortedMap<String, Duration> byThread) {
    /** Copies the map. */
    public GcCpuProfile {
        byThread = Collections.unmodifiableSortedMap(new TreeMap<>(byThread));
    }
}
