/**
 * Heap dumps: what takes the memory, what keeps it, how it is laid out. {@link io.memcmp.analysis.heapdump.HeapDump} is the
 * way in.
 */
@NullMarked
package io.memcmp.analysis.heapdump;

import org.jspecify.annotations.NullMarked;
