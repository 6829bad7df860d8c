package io.memcmp.result;

import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.workload.NodeProfile;
import io.memcmp.analysis.workload.WorkloadProfile;
import java.util.List;

/**
 * What one element of a workload's structure costs: the heap bytes of all the objects it is made of, by class
 * histogram, over the number of elements. Elements are counted by the kind of node named first.
 */
final class NodeCost {
    private NodeCost() {}

    static Reading bytes(TrialFacts facts) {
        return facts.read(RecordingProfile::workload, NodeCost::bytes);
    }

    static Reading overhead(TrialFacts facts) {
        return facts.read(RecordingProfile::workload, workload -> less(bytes(workload), payload(workload)));
    }

    private static Reading bytes(WorkloadProfile workload) {
        var nodes = workload.nodes();
        if (nodes.isEmpty() || nodes.getFirst().instances() == 0) {
            return Reading.absent("nothing of the workload's structure was alive at the quiet point");
        }
        double sum = 0;
        for (var node : nodes) {
            switch (node.histogram()) {
                case Reading.Value(double each) -> sum += each * node.instances();
                case Reading.Absent absent -> {
                    return absent;
                }
            }
        }
        return Reading.of(sum / elements(nodes));
    }

    private static double payload(WorkloadProfile workload) {
        double sum = 0;
        for (var node : workload.nodes()) {
            sum += (double) node.payloadBytes() * node.instances();
        }
        return sum / elements(workload.nodes());
    }

    private static double elements(List<NodeProfile> nodes) {
        return nodes.getFirst().instances();
    }

    private static Reading less(Reading bytes, double payload) {
        return switch (bytes) {
            case Reading.Value(double figure) -> Reading.of(figure - payload);
            case Reading.Absent absent -> absent;
        };
    }
}
