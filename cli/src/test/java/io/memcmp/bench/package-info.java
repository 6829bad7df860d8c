/** Benchmarks of memcmp itself; {@code docs/benchmarks.md} says how to run them. No test runs them. */
@NullMarked
package io.memcmp.bench;

import org.jspecify.annotations.NullMarked;
