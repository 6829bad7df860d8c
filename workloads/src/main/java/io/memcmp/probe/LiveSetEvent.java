package io.memcmp.probe;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The totals of a class histogram after a full collection, in bytes. */
@Name("memcmp.LiveSet")
@Category("memcmp")
@StackTrace(false)
final class LiveSetEvent extends Event {
    String point;
    long instances;
    long bytes;
    long filler;
    long heapUsed;
}
