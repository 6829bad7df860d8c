/** How fast heap dumps are read, by memcmp and by others, and how right the answers are; {@code docs/benchmarks.md} says how to run it. */
@NullMarked
package io.memcmp.bench.heap;

import org.jspecify.annotations.NullMarked;
