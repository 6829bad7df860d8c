/** The story of {@code analyze}: recordings are found, unpacked and read, one after the other. */
@NullMarked
package io.memcmp.recordings;

import org.jspecify.annotations.NullMarked;
