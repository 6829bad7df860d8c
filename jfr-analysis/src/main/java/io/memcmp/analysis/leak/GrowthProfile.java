package io.memcmp.analysis.leak;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import java.time.Instant;

/**
 * How the heap after collections of the whole heap grew until the window ended. All of it lies above the
 * live set: what a concurrent collector let float and what it leaves in regions that are nearly full is in it.
 *
 * @param looks how many looks at the heap the slope goes through
 * @param since where the stretch begins in which growth was even
 * @param bytesPerSecond the slope; negative where the heap shrank
 * @param low lower end of its interval, at 95 %, less what of the growth may be garbage under a concurrent collector
 * @param high upper end of its interval, and the growth that less garbage than at first may hide
 * @param level heap used when the window ended, on the line through the looks, bytes
 * @param maximum the largest heap that the virtual machine allows itself, bytes
 * @param outOfMemory when the heap will be full if growth goes on
 */
public record GrowthProfile(
        int looks,
        Instant since,
        double bytesPerSecond,
        double low,
        double high,
        double level,
        Reading maximum,
        Observed<Exhaustion> outOfMemory) {

    /**
     * When the heap is full, counted from the end of the window.
     *
     * @param nanos until all of it is full, at the slope
     * @param earliest at the upper end of the slope's interval, and with some room that collectors need to work; nanoseconds
     * @param latest at its lower end, if what may be garbage is garbage; nanoseconds
     */
    public record Exhaustion(double nanos, double earliest, double latest) {}

    /** {@return whether growth is shown: all of the interval lies above 0} */
    public boolean grows() {
        return low > 0;
    }

    /** {@return whether the heap is shown to have shrunk} */
    public boolean shrinks() {
        return high < 0;
    }
}
