package io.memcmp.experiment;

import io.memcmp.plan.Cell;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Trial;
import io.memcmp.result.TrialResult;
import java.nio.file.Path;

/** Hears what happens while it happens; the report comes after. */
public interface Progress {

    /**
     * The matrix is known.
     *
     * @param plan all trials
     * @param finished how many of them an earlier sitting has finished
     */
    void planned(Plan plan, int finished);

    /**
     * A trial begins.
     *
     * @param number from 1
     * @param trial which one
     */
    void started(int number, Trial trial);

    /**
     * A trial has ended.
     *
     * @param number from 1
     * @param result how
     */
    void ended(int number, TrialResult result);

    /**
     * A trial runs once more, because the machine disturbed it.
     *
     * @param disturbed the one that is set aside
     */
    void repeats(TrialResult disturbed);

    /**
     * A trial without figures begins, after all others.
     *
     * @param cell of which
     */
    default void diagnoses(Cell cell) {}

    /**
     * A heap dump is being read, which may take its time.
     *
     * @param dump which one
     */
    default void reads(Path dump) {}
}
