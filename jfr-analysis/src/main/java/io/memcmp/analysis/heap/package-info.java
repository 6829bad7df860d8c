/** The heap over time, and what was alive at the quiet point. */
@NullMarked
package io.memcmp.analysis.heap;

import org.jspecify.annotations.NullMarked;
