package io.memcmp.experiment;

import io.memcmp.plan.Cell;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.HeapTrial;

/** Hears how the search for minimum heaps gets on. */
public interface HeapProgress {

    /**
     * A search begins.
     *
     * @param number from 1
     * @param of how many
     * @param cell whose
     */
    void began(int number, int of, Cell cell);

    /**
     * A launch of that search has ended.
     *
     * @param trial how
     */
    void tried(HeapTrial trial);

    /**
     * The search has ended.
     *
     * @param search how
     */
    void ended(HeapSearch search);
}
