/** Readers of others. Only compiled with {@code -Pbench}, so that nobody else need download them. */
@NullMarked
package io.memcmp.bench.heap.peer;

import org.jspecify.annotations.NullMarked;
