package io.memcmp.analysis.census;

import io.memcmp.analysis.layout.LayoutMode;

/**
 * What the same objects would take if the virtual machine laid them out differently.
 *
 * @param mode how
 * @param bytes all of them together
 */
public record Prediction(LayoutMode mode, long bytes) {}
