package io.memcmp.result;

import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.heap.LiveSetProfile;
import io.memcmp.analysis.workload.NodeProfile;
import io.memcmp.analysis.workload.WorkloadProfile;
import java.util.List;

/**
 * What one element of a workload's structure costs: what the live set grew by over the measured window, through the
 * number of elements. Elements are counted by the kind of node that the workload names first.
 */
final class NodeCost {
    private NodeCost() {}

    static Reading bytes(TrialFacts facts) {
        return facts.read(
                RecordingProfile::workload,
                workload -> elements(workload.nodes()) == 0
                        ? Reading.absent("nothing of the workload's structure was alive at the quiet point")
                        : each(
                                facts.read(RecordingProfile::liveSet, LiveSetProfile::growth),
                                elements(workload.nodes())));
    }

    static Reading overhead(TrialFacts facts) {
        return switch (bytes(facts)) {
            case Reading.Value(double bytes) ->
                facts.read(RecordingProfile::workload, workload -> Reading.of(bytes - data(workload)));
            case Reading.Absent absent -> absent;
        };
    }

    private static Reading each(Reading growth, long elements) {
        return switch (growth) {
            case Reading.Value(double bytes) -> Reading.of(bytes / elements);
            case Reading.Absent absent -> absent;
        };
    }

    /** Data in one element: that of all kinds of nodes, in the proportion in which they occur. */
    private static double data(WorkloadProfile workload) {
        double sum = 0;
        for (var node : workload.nodes()) {
            sum += (double) node.payloadBytes() * node.instances();
        }
        return sum / elements(workload.nodes());
    }

    private static long elements(List<NodeProfile> nodes) {
        return nodes.isEmpty() ? 0 : nodes.getFirst().instances();
    }
}
