package io.memcmp.stats;

import io.memcmp.stats.Contrast.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One ratio over several workloads. The workloads are those that were chosen and no sample of others; chance lies in the blocks.
 * So each block gives one geometric mean, and these are compared as the figures of one workload are, with exact intervals from
 * six blocks on; a bootstrap of so few blocks would be too narrow ({@code docs/statistics.md} has the figures).
 */
public final class GeometricMean {
    private GeometricMean() {}

    /**
     * {@return the contrast of the geometric means, to be compared as any other; empty unless all are ratios of the same
     *     design with as many trials: a mean over what happens to be there is a mean of something else}
     *
     * @param workloads the contrast of each, by block in the same order
     */
    public static Optional<Contrast> of(List<Contrast> workloads) {
        if (workloads.isEmpty() || !workloads.stream().allMatch(workload -> alike(workload, workloads.getFirst()))) {
            return Optional.empty();
        }
        return Optional.of(new Contrast(
                means(workloads, Contrast::values),
                means(workloads, Contrast::reference),
                workloads.getFirst().design(),
                Scale.RATIO));
    }

    private static boolean alike(Contrast one, Contrast other) {
        return one.scale() == Scale.RATIO
                && one.design() == other.design()
                && one.values().size() == other.values().size()
                && one.reference().size() == other.reference().size();
    }

    private static List<Double> means(List<Contrast> workloads, Function<Contrast, List<Double>> side) {
        var sums = new double[side.apply(workloads.getFirst()).size()];
        for (var workload : workloads) {
            for (int block = 0; block < sums.length; block++) {
                sums[block] += Math.log(side.apply(workload).get(block));
            }
        }
        return Arrays.stream(sums)
                .mapToObj(sum -> Math.exp(sum / workloads.size()))
                .toList();
    }
}
