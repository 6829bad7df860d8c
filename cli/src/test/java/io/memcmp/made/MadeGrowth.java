package io.memcmp.made;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.leak.GrowthProfile;
import io.memcmp.analysis.leak.GrowthProfile.Exhaustion;

/** Live sets that grow or do not. */
public final class MadeGrowth {
    private static final double MIB_PER_MINUTE = (1 << 20) / 60.0;
    private static final double MINUTE = 60e9;

    private MadeGrowth() {}

    /**
     * {@return one that grows by 3 MiB a minute all the time}
     *
     * @param window in which
     */
    public static GrowthProfile leak(Window window) {
        return leak(window, 3);
    }

    /**
     * {@return one that grows all the time, known within a tenth}
     *
     * @param window in which
     * @param mibPerMinute how fast
     */
    public static GrowthProfile leak(Window window, double mibPerMinute) {
        double room = 60 * MINUTE / mibPerMinute;
        return new GrowthProfile(
                40,
                window.start(),
                mibPerMinute * MIB_PER_MINUTE,
                0.9 * mibPerMinute * MIB_PER_MINUTE,
                1.1 * mibPerMinute * MIB_PER_MINUTE,
                452 << 20,
                Reading.of(512L << 20),
                Observed.of(new Exhaustion(room, room / 1.1, room / 0.9)));
    }

    /**
     * {@return one that is not known to grow}
     *
     * @param window in which
     * @param upTo how fast it may grow at most, MiB a minute
     */
    public static GrowthProfile none(Window window, double upTo) {
        return new GrowthProfile(
                40,
                window.start(),
                upTo / 4 * MIB_PER_MINUTE,
                -upTo / 2 * MIB_PER_MINUTE,
                upTo * MIB_PER_MINUTE,
                100 << 20,
                Reading.of(512L << 20),
                Observed.missing("no growth is shown: the interval of the slope contains 0"));
    }
}
