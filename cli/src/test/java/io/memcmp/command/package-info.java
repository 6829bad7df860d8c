/** Whole commands: what a person types, what comes back, and what is left behind. */
@NullMarked
package io.memcmp.command;

import org.jspecify.annotations.NullMarked;
