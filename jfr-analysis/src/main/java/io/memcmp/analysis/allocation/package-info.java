/** What the program allocated, and where. */
@NullMarked
package io.memcmp.analysis.allocation;

import org.jspecify.annotations.NullMarked;
