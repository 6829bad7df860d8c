/** One recording in, facts out. Start at {@link io.memcmp.analysis.RecordingAnalyzer}. */
@NullMarked
package io.memcmp.analysis;

import org.jspecify.annotations.NullMarked;
