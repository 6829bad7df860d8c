package io.memcmp.probe;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A span of a workload, from its start to its end. */
@Name("memcmp.Phase")
@Category("memcmp")
@StackTrace(false)
final class PhaseEvent extends Event {
    String name;
}
