/** What the process used: wall, CPU, memory, hiccups. */
@NullMarked
package io.memcmp.analysis.process;

import org.jspecify.annotations.NullMarked;
