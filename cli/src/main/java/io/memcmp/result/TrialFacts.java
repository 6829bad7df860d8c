package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Totals;
import io.memcmp.analysis.census.Census;
import io.memcmp.analysis.process.ProcessProfile;
import java.util.function.Function;

/**
 * What is known of one run of a program; the metrics are read off it.
 *
 * @param wall wall time of the process, nanoseconds
 * @param cpu CPU time of the process from outside, nanoseconds
 * @param peakResident largest resident set seen from outside, bytes
 * @param pacing time of threads in Shenandoah's pacing, nanoseconds
 * @param profile what the recording tells
 * @param census where the heap's bytes went at the quiet point, or at the end
 */
public record TrialFacts(
        Reading wall,
        Reading cpu,
        Reading peakResident,
        Reading pacing,
        Observed<RecordingProfile> profile,
        Observed<Census> census) {
    /** Why most runs have no census. */
    static final Observed<Census> NOT_ASKED_FOR = Observed.missing("--census takes one");

    /**
     * What is known of a run without a census.
     *
     * @param wall wall time of the process, nanoseconds
     * @param cpu CPU time of the process from outside, nanoseconds
     * @param peakResident largest resident set seen from outside, bytes
     * @param pacing time of threads in Shenandoah's pacing, nanoseconds
     * @param profile what the recording tells
     */
    public TrialFacts(
            Reading wall, Reading cpu, Reading peakResident, Reading pacing, Observed<RecordingProfile> profile) {
        this(wall, cpu, peakResident, pacing, profile, NOT_ASKED_FOR);
    }

    /**
     * {@return what is known of a run from its recording alone}
     *
     * @param profile what the recording tells
     */
    public static TrialFacts ofRecording(RecordingProfile profile) {
        var outside = Reading.absent("a recording does not tell what the process took from outside");
        return new TrialFacts(
                outside,
                outside,
                peakResident(profile),
                Reading.absent(
                        switch (profile.jvm().collector()) {
                            case SHENANDOAH -> "Shenandoah tells it in its log, not in a recording";
                            case SERIAL, PARALLEL, G1, ZGC, EPSILON, UNKNOWN -> "only Shenandoah paces threads";
                        }),
                Observed.of(profile),
                Observed.missing("a recording holds no census of the heap; memcmp run --census takes one"));
    }

    /**
     * {@return the same with a census}
     *
     * @param taken where the heap's bytes went
     */
    public TrialFacts with(Observed<Census> taken) {
        return new TrialFacts(wall, cpu, peakResident, pacing, profile, taken);
    }

    private static Reading peakResident(RecordingProfile profile) {
        var inside = profile.process().read(ProcessProfile::peakResident);
        return inside instanceof Reading.Absent(var reason) && reason.equals(Totals.NO_PROBE)
                ? Reading.absent(reason + ", which reads it; jdk.ResidentSetSize is sampled and not used")
                : inside;
    }

    /** {@return whether the run was to take a census} */
    public boolean censusWanted() {
        return !census.equals(NOT_ASKED_FOR);
    }

    /** {@return a figure of a part of the profile, absent for the part's reason or the profile's} */
    <T> Reading read(Function<RecordingProfile, Observed<T>> part, Function<? super T, Reading> figure) {
        return profile.read(whole -> part.apply(whole).read(figure));
    }
}
