/** What stays: how the heap after collections grew. */
@NullMarked
package io.memcmp.analysis.leak;

import org.jspecify.annotations.NullMarked;
