package io.memcmp.result;

import java.util.List;

/**
 * Questions that a run answers with verdicts. The comparisons of one class over all cells of a workload are judged
 * together. All other
 * metrics are shown with their intervals and without a verdict: who looks at everything finds something.
 */
public enum MetricClass {
    /** What the program takes: wall and CPU time. */
    COST,
    /** What it needs. */
    MEMORY,
    /** How long it stands still. */
    STOPS;

    /**
     * {@return the metrics that are judged}
     *
     * @param windowed whether a measured window is marked: then the costs are of the window, else of the process
     */
    public List<Metric> metrics(boolean windowed) {
        return switch (this) {
            case COST -> windowed ? List.of(Metrics.WINDOW, Metrics.WINDOW_CPU) : List.of(Metrics.WALL, Metrics.CPU);
            case MEMORY -> List.of(Metrics.PEAK_RESIDENT, Metrics.LIVE_SET);
            case STOPS -> List.of(Metrics.STOP_SUM, Metrics.STOP_MAX);
        };
    }
}
