/** All side effects on the machine: finding JDKs, starting children, keeping their files. */
@NullMarked
package io.memcmp.launch;

import org.jspecify.annotations.NullMarked;
