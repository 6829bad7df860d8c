package io.memcmp.probe;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** How late a sleeping thread woke up, in nanoseconds. */
@Name("memcmp.Hiccups")
@Category("memcmp")
@StackTrace(false)
final class HiccupsEvent extends Event {
    String point;
    long interval;
    long count;
    long excess;
    long maximum;
}
