/** What holds for the whole source tree: dependencies, sizes, and the recording contract. */
@NullMarked
package io.memcmp.gate;

import org.jspecify.annotations.NullMarked;
