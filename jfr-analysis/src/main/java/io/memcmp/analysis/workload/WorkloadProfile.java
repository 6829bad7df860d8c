package io.memcmp.analysis.workload;

import io.memcmp.analysis.Reading;
import java.util.List;

/**
 * What a bundled workload says of itself.
 *
 * @param id its name
 * @param parameters as it was started, {@code name=value} separated by blanks
 * @param operations how many operations it did
 * @param payloadBytes bytes of data the program asked for, without any overhead of objects
 * @param allocatedByConstruction bytes its objects take by its own count times their size, see the workload
 * @param liveByConstruction bytes of its objects alive at the quiet point by its own count
 * @param checkPassed whether its self-check found the right result
 * @param checkDetail what the self-check compared
 * @param outOfMemoryAfter time until memory ran out, nanoseconds; absent where it did not
 * @param nodes the objects one element is made of
 */
public record WorkloadProfile(
        String id,
        String parameters,
        long operations,
        long payloadBytes,
        Reading allocatedByConstruction,
        Reading liveByConstruction,
        boolean checkPassed,
        String checkDetail,
        Reading outOfMemoryAfter,
        List<NodeProfile> nodes) {
    /** Copies the list. */
    public WorkloadProfile {
        nodes = List.copyOf(nodes);
    }
}
