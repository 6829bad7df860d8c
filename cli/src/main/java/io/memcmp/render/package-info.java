/** Reports on their way to the reader: text, Markdown, CSV, JSON. */
@NullMarked
package io.memcmp.render;

import org.jspecify.annotations.NullMarked;
