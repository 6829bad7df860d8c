package io.memcmp.probe;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The workload ran out of memory, was stopped and let go of what filled the heap. */
@Name("memcmp.OutOfMemory")
@Category("memcmp")
@StackTrace(false)
final class OutOfMemoryEvent extends Event {
    long elapsed;
    long operations;
}
