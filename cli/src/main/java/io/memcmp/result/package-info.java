/** What was found: metrics, readings, cells, reports, and their JSON. */
@NullMarked
package io.memcmp.result;

import org.jspecify.annotations.NullMarked;
