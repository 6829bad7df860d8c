/**
 * Reads recordings of JDK Flight Recorder: selective, chunk by chunk, in bounded memory, from damaged files too. Knows
 * nothing of what the events mean; usable alone.
 */
@NullMarked
package io.memcmp.analysis.jfr;

import org.jspecify.annotations.NullMarked;
