/** How fast recordings are read, by memcmp and by others; {@code docs/benchmarks.md} says how to run it. */
@NullMarked
package io.memcmp.bench.reading;

import org.jspecify.annotations.NullMarked;
