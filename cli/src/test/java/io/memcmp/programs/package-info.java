/** Programs that know nothing of memcmp, each with one habit. */
@NullMarked
package io.memcmp.programs;

import org.jspecify.annotations.NullMarked;
