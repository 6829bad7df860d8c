package io.memcmp.launch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Physical memory. */
public final class Memory {
    private Memory() {}

    /** {@return how much this machine, or this container, has: bytes} */
    public static long ofMachine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
