@NullMarked
package io.memcmp.heaps;

import org.jspecify.annotations.NullMarked;
