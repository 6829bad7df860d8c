/**
 * Where the bytes of a heap go, and how many they would be in another layout.
 * {@link io.memcmp.analysis.census.HeapCensus} is the way in.
 */
@NullMarked
package io.memcmp.analysis.census;

import org.jspecify.annotations.NullMarked;
