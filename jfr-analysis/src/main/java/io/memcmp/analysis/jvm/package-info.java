/** Which virtual machine made the recording. */
@NullMarked
package io.memcmp.analysis.jvm;

import org.jspecify.annotations.NullMarked;
