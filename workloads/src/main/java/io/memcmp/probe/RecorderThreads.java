package io.memcmp.probe;

import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;

/**
 * The recorder's own Java threads. A second after the recording began, one of them describes all event types to the
 * file, and allocates three megabytes for that: often in the middle of a measured window, and no part of the program.
 */
final class RecorderThreads {

    private final ThreadMXBean threads;
    private long[] ids = {};

    RecorderThreads(ThreadMXBean threads) {
        this.threads = threads;
    }

    /** {@return bytes they allocated since they were started} */
    long allocated() {
        if (!(threads instanceof com.sun.management.ThreadMXBean counting)) {
            return 0;
        }
        if (ids.length == 0) {
            ids = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(Objects::nonNull)
                    .filter(thread -> thread.getThreadName().startsWith("JFR "))
                    .mapToLong(ThreadInfo::getThreadId)
                    .toArray();
        }
        return Arrays.stream(counting.getThreadAllocatedBytes(ids))
                .filter(bytes -> bytes > 0) // −1 for a thread that has ended
                .sum();
    }
}
