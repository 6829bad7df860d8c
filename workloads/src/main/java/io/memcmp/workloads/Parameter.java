package io.memcmp.workloads;

/**
 * One thing about a workload that can be set.
 *
 * @param name what it is called on the command line
 * @param defaultValue the text that stands for it when nobody sets it
 * @param meaning one line
 */
public record Parameter(String name, String defaultValue, String meaning) {}
