package io.memcmp.probe;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** CPU time, in nanoseconds, of all operating system threads that carry one name. */
@Name("memcmp.ThreadCpu")
@Category("memcmp")
@StackTrace(false)
final class ThreadCpuEvent extends Event {
    String point;
    String thread;
    int threads;
    long cpu;
}
