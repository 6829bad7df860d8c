package io.memcmp.analysis;

/**
 * One part of a profile: listens, and tells at the end. Which events lie inside the window is as a rule only known when all
 * of them were read, so an analysis keeps what it needs of every one and chooses at the end.
 *
 * @param <P> the part of the profile
 */
public interface EventAnalysis<P> extends EventReader {
    /**
     * {@return the part of the profile, or why the recording cannot tell it}
     *
     * @param facts what all analyses share
     */
    Observed<P> profile(RecordingFacts facts);
}
