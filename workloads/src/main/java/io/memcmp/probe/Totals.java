package io.memcmp.probe;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;

/** What the process has used since its start. */
final class Totals {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MAPPINGS = Path.of("/proc/self/smaps_rollup");

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final RecorderThreads recorder = new RecorderThreads(threads);
    private final Optional<Method> allocatedBytes = allocatedBytesMethod();

    /** It came with Java 21 and was brought back to some updates of 17, so this code cannot name it. */
    private static Optional<Method> allocatedBytesMethod() {
        try {
            return Optional.of(com.sun.management.ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes"));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    void rehearse() {
        new SnapshotEvent().shouldCommit();
        new ThreadCpuEvent().shouldCommit();
        system.getProcessCpuTime();
        allocated();
        peakResident();
        ThreadTimes.read();
    }

    long processCpu() {
        return system.getProcessCpuTime();
    }

    /** {@return bytes allocated by all Java threads but the recorder's, −1 when this machine does not count them} */
    long allocated() {
        if (allocatedBytes.isEmpty()) {
            return -1;
        }
        try {
            long ofRecorder = recorder.allocated();
            return (long) allocatedBytes.get().invoke(threads) - ofRecorder;
        } catch (ReflectiveOperationException e) {
            return -1; // not supported, or switched off
        }
    }

    void writeSnapshot(Point point) {
        var event = new SnapshotEvent();
        event.point = point.id();
        event.proportional = point == Point.CHUNK_END ? proportional() : -1;
        event.begin();
        event.processCpu = processCpu();
        event.allocated = allocated();
        event.end();
        event.peakResident = point == Point.MEASURE_BEGIN ? -1 : peakResident();
        event.commit();
    }

    private static long peakResident() {
        return ProcFile.kilobytes(STATUS, "VmHWM").orElse(-1);
    }

    /** Walks all page tables, so it is asked for once nothing else is measured. */
    private static long proportional() {
        return ProcFile.kilobytes(MAPPINGS, "Pss").orElse(-1);
    }

    void writeThreads(Point point) {
        ThreadTimes.read().forEach((name, total) -> {
            var event = new ThreadCpuEvent();
            event.point = point.id();
            event.thread = name;
            event.threads = total.threads();
            event.cpu = total.nanos();
            event.commit();
        });
    }
}
