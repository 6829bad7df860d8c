/** What stays: how the live set grew, from the heap after collections. */
@NullMarked
package io.memcmp.analysis.leak;

import org.jspecify.annotations.NullMarked;
