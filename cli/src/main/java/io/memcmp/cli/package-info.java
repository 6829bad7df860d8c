/** The commands: they translate between the command line and the packages that do the work. */
@NullMarked
package io.memcmp.cli;

import org.jspecify.annotations.NullMarked;
