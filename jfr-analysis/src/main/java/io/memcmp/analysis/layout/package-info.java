/** Object layout, computed for a given mode of the virtual machine. */
@NullMarked
package io.memcmp.analysis.layout;

import org.jspecify.annotations.NullMarked;
