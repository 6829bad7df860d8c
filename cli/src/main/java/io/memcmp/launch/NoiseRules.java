package io.memcmp.launch;

import io.memcmp.analysis.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Evidence out of two looks at the machine, and what of it sets a trial aside. docs/adr tells where the limits come from. */
final class NoiseRules {
    private static final double MOST_STEAL = 0.01;
    private static final double MOST_FOREIGN = 0.05;
    /** The kernel counts in ticks of 10 ms: less than a few of them is no evidence in a short trial. */
    private static final double LEAST_STEAL_SECONDS = 0.05;

    private static final double LEAST_FOREIGN_SECONDS = 0.1;
    private static final String NO_STAT = "needs /proc/stat";

    private final MachineCounters before;
    private final MachineCounters after;
    private final double seconds;
    private final List<String> faults = new ArrayList<>();

    private NoiseRules(MachineCounters before, MachineCounters after) {
        this.before = before;
        this.after = after;
        this.seconds = (after.nanos() - before.nanos()) / 1e9;
    }

    /**
     * {@return what happened between two looks}
     *
     * @param before the first
     * @param after the second
     * @param strays whether something of the trial ran on, whose CPU time nobody can tell from others'
     * @param calibrationNanos the calibrator's time before the trial
     * @param speed what that says
     */
    static NoiseEvidence evidence(
            MachineCounters before,
            MachineCounters after,
            boolean strays,
            double calibrationNanos,
            Calibrator.Speed speed) {
        var rules = new NoiseRules(before, after);
        var steal = rules.steal();
        var foreign = strays
                ? Reading.absent("the command left processes behind, whose CPU time cannot be told from others'")
                : rules.foreign();
        var swapped = rules.swappedIn();
        if (speed.changed()) {
            speed.ratio().ifPresent(rules::changedSpeed);
        }
        return new NoiseEvidence(
                steal,
                difference(before.throttled(), after.throttled(), "no control group with a limit is seen"),
                foreign,
                swapped,
                rules.pressure(),
                speed.ratio().map(Reading::of).orElse(Reading.absent("needs five trials before it")),
                Reading.of(calibrationNanos),
                rules.faults,
                false);
    }

    private Reading steal() {
        var ticks = ticks();
        if (ticks.isEmpty()) {
            return Reading.absent(NO_STAT);
        }
        double share = (double) ticks.get().stolen() / ticks.get().all();
        if (share > MOST_STEAL && share * seconds * ticks.get().processors() > LEAST_STEAL_SECONDS) {
            fault("steal", share);
        }
        return Reading.of(share);
    }

    /** A little below zero where others took nothing: ticks are not exact. */
    private Reading foreign() {
        var ticks = ticks();
        if (ticks.isEmpty()) {
            return Reading.absent(NO_STAT);
        }
        if (before.own().isEmpty()
                || after.own().isEmpty()
                || before.children().isEmpty()
                || after.children().isEmpty()) {
            return Reading.absent("this system does not tell the CPU time of children");
        }
        double ours = after.own().get().minus(before.own().get()).toNanos() / 1e9
                + after.children().get().minus(before.children().get()).toNanos() / 1e9;
        double capacity = seconds * ticks.get().processors();
        double share = (double) ticks.get().busy() / ticks.get().all() - ours / capacity;
        if (share > MOST_FOREIGN && share * capacity > LEAST_FOREIGN_SECONDS) {
            fault("foreign CPU", share);
        }
        return Reading.of(share);
    }

    private Reading swappedIn() {
        var pages = difference(before.swappedIn(), after.swappedIn(), "needs /proc/vmstat");
        if (pages instanceof Reading.Value(double count) && count > 0) {
            faults.add(String.format(Locale.ROOT, "%.0f pages read back from swap", count));
        }
        return pages;
    }

    private Reading pressure() {
        var micros = difference(before.pressureMicros(), after.pressureMicros(), "needs /proc/pressure");
        return micros instanceof Reading.Value(double waited) && seconds > 0
                ? Reading.of(waited / 1e6 / seconds)
                : micros;
    }

    private Optional<CpuTicks> ticks() {
        return after.ticks().flatMap(later -> before.ticks().map(later::since)).filter(ticks -> ticks.all() > 0);
    }

    private void fault(String what, double share) {
        faults.add(String.format(Locale.ROOT, "%s %.0f %%", what, share * 100));
    }

    private void changedSpeed(double ratio) {
        fault(ratio > 1 ? "the machine was slower by" : "the machine was faster by", Math.abs(ratio - 1));
    }

    private static Reading difference(OptionalLong before, OptionalLong after, String reason) {
        return before.isPresent() && after.isPresent()
                ? Reading.of(after.getAsLong() - before.getAsLong())
                : Reading.absent(reason);
    }
}
