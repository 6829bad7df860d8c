/** Arithmetic over samples, nothing else. */
@NullMarked
package io.memcmp.stats;

import org.jspecify.annotations.NullMarked;
