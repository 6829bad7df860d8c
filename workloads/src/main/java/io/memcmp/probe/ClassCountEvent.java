package io.memcmp.probe;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One row of a class histogram, in bytes. */
@Name("memcmp.ClassCount")
@Category("memcmp")
@StackTrace(false)
final class ClassCountEvent extends Event {
    String point;
    String className;
    long instances;
    long bytes;
}
