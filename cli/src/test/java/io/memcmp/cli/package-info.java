/** Help for tests that need the command line's inside. */
@NullMarked
package io.memcmp.cli;

import org.jspecify.annotations.NullMarked;
