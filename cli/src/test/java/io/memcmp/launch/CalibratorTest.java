package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** When a change of the machine's speed sets a trial aside, and how often it does so for nothing. */
final class CalibratorTest {
    private static final int RUNS = 400;
    private static final int TRIALS = 100;

    @Test
    void thereIsNoOpinionBeforeFiveTimes() {
        var calibrator = new Calibrator();
        for (double nanos : new double[] {100, 50, 200, 100, 300}) {
            var speed = calibrator.judge(nanos);
            assertTrue(speed.ratio().isEmpty());
            assertFalse(speed.changed());
        }
        assertTrue(calibrator.judge(100).ratio().isPresent());
    }

    @Test
    void aMomentOfSlownessIsSeen() {
        var calibrator = new Calibrator();
        for (int i = 0; i < 10; i++) {
            assertFalse(calibrator.judge(100 + i % 3).changed());
        }
        var slow = calibrator.judge(112);
        assertTrue(slow.changed());
        assertEquals(112 / 101.0, slow.ratio().orElseThrow(), 1e-9);
        assertFalse(calibrator.judge(101).changed());
    }

    @Test
    void aMachineThatStaysSlowerIsDriftAfterAWhile() {
        var calibrator = new Calibrator();
        var random = new Random(1);
        int setAside = 0;
        for (int i = 0; i < 60; i++) {
            double level = i < 30 ? 100 : 110;
            setAside += calibrator
                            .judge(level * (1 + 0.005 * random.nextGaussian()))
                            .changed()
                    ? 1
                    : 0;
        }
        assertTrue(setAside >= 5 && setAside <= 8, setAside + " of 60");
    }

    @Test
    void healthyTrialsOnANoisyMachineAreSeldomSetAside() {
        for (double sd : new double[] {0.005, 0.02, 0.05}) {
            assertTrue(share(sd, _ -> 0) < 0.01, sd + " normal: " + share(sd, _ -> 0));
            assertTrue(
                    share(sd, trial -> 0.1 * trial / TRIALS) < 0.01,
                    sd + " drifting by 10 %: " + share(sd, trial -> 0.1 * trial / TRIALS));
        }
    }

    /** {@return the share of trials set aside under normal noise with a drift} */
    private static double share(double sd, IntToDoubleFunction drift) {
        var random = new Random(42);
        int setAside = 0;
        for (int run = 0; run < RUNS; run++) {
            var calibrator = new Calibrator();
            for (int trial = 0; trial < TRIALS; trial++) {
                double nanos = 1e6 * Math.exp(sd * random.nextGaussian() + drift.applyAsDouble(trial));
                setAside += calibrator.judge(nanos).changed() ? 1 : 0;
            }
        }
        return setAside / (double) (RUNS * TRIALS);
    }
}
