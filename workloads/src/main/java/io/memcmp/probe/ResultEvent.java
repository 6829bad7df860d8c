package io.memcmp.probe;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What a bundled workload did, in bytes. */
@Name("memcmp.Result")
@Category("memcmp")
@StackTrace(false)
final class ResultEvent extends Event {
    String workload;
    String parameters;
    long operations;
    long payload;
    long allocated;
    long live;
    boolean passed;
    String check;
}
