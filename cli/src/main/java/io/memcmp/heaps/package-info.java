/** The story of {@code memcmp heap}: dumps are opened, asked, compared and closed, one after the other. */
@NullMarked
package io.memcmp.heaps;

import org.jspecify.annotations.NullMarked;
