package io.memcmp.probe;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One kind of object that a workload is made of, in bytes. */
@Name("memcmp.Node")
@Category("memcmp")
@StackTrace(false)
final class NodeEvent extends Event {
    String className;
    String fields;
    long instances;
    long payload;
    long size;
}
