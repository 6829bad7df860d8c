/** What the documentation says, held against what the tool does. */
@NullMarked
package io.memcmp.docs;

import org.jspecify.annotations.NullMarked;
