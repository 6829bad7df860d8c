/** What garbage collection cost in CPU time. */
@NullMarked
package io.memcmp.analysis.gccpu;

import org.jspecify.annotations.NullMarked;
