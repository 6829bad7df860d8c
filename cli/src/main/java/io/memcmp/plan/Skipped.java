package io.memcmp.plan;

/**
 * A cell that cannot be: its JDK lacks the collector, the heap is too small, the flags contradict each other.
 *
 * @param cell the cell
 * @param reason what the JVM said to it
 */
public record Skipped(Cell cell, String reason) {}
