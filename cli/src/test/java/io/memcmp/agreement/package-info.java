/** memcmp's figures held against instruments that know nothing of memcmp, on real runs through its own launcher. */
@NullMarked
package io.memcmp.agreement;

import org.jspecify.annotations.NullMarked;
