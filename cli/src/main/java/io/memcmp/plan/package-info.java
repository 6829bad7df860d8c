/** What is launched, how often and in which order. Pure: no file, no process, no clock. */
@NullMarked
package io.memcmp.plan;

import org.jspecify.annotations.NullMarked;
