package io.memcmp.probe;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** Totals of the process since its start, in nanoseconds and bytes; its period is what calls the probe at the end of a chunk. */
@Name("memcmp.Snapshot")
@Category("memcmp")
@StackTrace(false)
@Period("endChunk")
final class SnapshotEvent extends Event {
    String point;
    long processCpu;
    long allocated;
    long peakResident;
    long proportional;
}
