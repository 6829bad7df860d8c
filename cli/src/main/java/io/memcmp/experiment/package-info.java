/** The story of a run: plan, trial, outcome, report; and the journal that survives it. */
@NullMarked
package io.memcmp.experiment;

import org.jspecify.annotations.NullMarked;
