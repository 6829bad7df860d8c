package io.memcmp.analysis.layout;

/**
 * What decides how the virtual machine lays objects out.
 *
 * @param compressedOops whether a reference takes four bytes instead of eight
 * @param compressedClassPointers whether the class word takes four bytes instead of eight
 * @param compactHeaders whether mark and class share one word of eight bytes
 * @param objectAlignment the size of every object is a multiple of this, bytes
 */
public record LayoutMode(
        boolean compressedOops, boolean compressedClassPointers, boolean compactHeaders, int objectAlignment) {}
