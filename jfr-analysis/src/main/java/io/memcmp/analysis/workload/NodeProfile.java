package io.memcmp.analysis.workload;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.layout.ObjectLayout;

/**
 * What one kind of node costs: predicted from its fields for this mode of the virtual machine, and measured in it.
 *
 * @param className the node's class
 * @param instances how many were alive at the quiet point
 * @param payloadBytes bytes of data in one, as the workload counts it
 * @param predicted header, references, fields and padding for this mode
 * @param instrumented bytes of one by {@code Instrumentation.getObjectSize}
 * @param histogram bytes of one by class histogram: the class's bytes through its instances
 * @param heapGrowth growth of the heap used, from the full collection before the window to that after it, per node
 */
public record NodeProfile(
        String className,
        long instances,
        long payloadBytes,
        Observed<ObjectLayout> predicted,
        Reading instrumented,
        Reading histogram,
        Reading heapGrowth) {}
