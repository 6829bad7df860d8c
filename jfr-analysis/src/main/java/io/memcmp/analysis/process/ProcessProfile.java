package io.memcmp.analysis.process;

import io.memcmp.analysis.Reading;

/**
 * What the process used.
 *
 * @param cpu CPU time of all its threads inside the window, nanoseconds
 * @param cpuWhole CPU time of the process up to the end of the recording, nanoseconds
 * @param peakResident largest resident set up to the end of the window ({@code VmHWM}), bytes
 * @param proportional proportional set size at the end ({@code Pss}), bytes; counts a page mapped twice once
 * @param hiccupCount how often a sleeping thread woke late
 * @param hiccupSum by how much together, nanoseconds
 * @param hiccupMax by how much at worst, nanoseconds
 */
public record ProcessProfile(
        Reading cpu,
        Reading cpuWhole,
        Reading peakResident,
        Reading proportional,
        Reading hiccupCount,
        Reading hiccupSum,
        Reading hiccupMax) {}
