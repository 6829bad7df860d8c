package io.memcmp.plan;

/**
 * One launch of one JVM.
 *
 * @param cell what is launched
 * @param block in which block, from 1
 */
public record Trial(Cell cell, int block) {}
