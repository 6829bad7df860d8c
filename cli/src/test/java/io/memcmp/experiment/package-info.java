/** The stories of commands, on worlds made by hand. */
@NullMarked
package io.memcmp.experiment;

import org.jspecify.annotations.NullMarked;
