/** What a bundled workload says of itself. */
@NullMarked
package io.memcmp.analysis.workload;

import org.jspecify.annotations.NullMarked;
