package io.memcmp.launch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;

/**
 * CPU time of this process, all of its threads, and of all its children that have ended, {@code getrusage}: microseconds,
 * the children's own children included. Linux and macOS, 64 bits.
 */
final class ResourceUsage {
    private static final int CHILDREN = -1;
    private static final int SELF = 0;
    private static final long STRUCT_SIZE = 144;
    private static final Optional<MethodHandle> GETRUSAGE = link();

    private ResourceUsage() {}

    /** {@return their CPU time, user and system; empty where this system has no such call} */
    static Optional<Duration> cpuOfChildren() {
        return GETRUSAGE.flatMap(getrusage -> call(getrusage, CHILDREN));
    }

    /** {@return this process's CPU time, user and system; empty where this system has no such call} */
    static Optional<Duration> cpuOfThisProcess() {
        return GETRUSAGE.flatMap(getrusage -> call(getrusage, SELF));
    }

    private static Optional<Duration> call(MethodHandle getrusage, int whose) {
        try (var arena = Arena.ofConfined()) {
            var usage = arena.allocate(STRUCT_SIZE, 8);
            if ((int) getrusage.invokeExact(whose, usage) != 0) {
                return Optional.empty();
            }
            return Optional.of(time(usage, 0).plus(time(usage, 16)));
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Microseconds fit into an int: macOS gives them one, and Linux is little-endian wherever a JDK 25 runs but s390x. */
    private static Duration time(MemorySegment usage, long offset) {
        long seconds = usage.get(ValueLayout.JAVA_LONG, offset);
        int microseconds = usage.get(ValueLayout.JAVA_INT, offset + 8);
        return Duration.ofSeconds(seconds, microseconds * 1000L);
    }

    @SuppressWarnings("restricted") // the manifest and the launcher grant native access
    private static Optional<MethodHandle> link() {
        var system = System.getProperty("os.name");
        if (!(system.equals("Linux") || system.startsWith("Mac"))
                || System.getProperty("os.arch").equals("s390x")) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("getrusage")
                .map(address -> linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
    }
}
