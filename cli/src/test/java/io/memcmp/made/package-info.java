/** Reports made by hand, for renderers to draw and for arithmetic to work on. */
@NullMarked
package io.memcmp.made;

import org.jspecify.annotations.NullMarked;
