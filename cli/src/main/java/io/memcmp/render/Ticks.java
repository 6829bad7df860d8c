package io.memcmp.render;

import io.memcmp.render.Block.Tick;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Round figures along an axis. */
final class Ticks {
    private static final int MANY = 6;
    /** A range that spans more than this factor is better seen by its logarithm. */
    static final double WIDE = 4;

    private Ticks() {}

    /** {@return round figures in equal steps that enclose both ends} */
    static List<Tick> even(double low, double high, DoubleFunction<String> label) {
        double raw = Math.max((high - low) / MANY, Math.abs(high) * 1e-3);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = raw <= power ? power : raw <= 2 * power ? 2 * power : raw <= 5 * power ? 5 * power : 10 * power;
        var ticks = new ArrayList<Tick>();
        long first = (long) Math.floor(low / step + 1e-9);
        long last = Math.max(first + 1, (long) Math.ceil(high / step - 1e-9));
        for (long number = first; number <= last; number++) {
            ticks.add(new Tick(number * step, label.apply(number * step)));
        }
        return ticks;
    }

    /** {@return powers of ten, and where those are few, twice and five times them, that enclose both ends} */
    static List<Tick> logarithmic(double low, double high, DoubleFunction<String> label) {
        int lowest = (int) Math.floor(Math.log10(low) + 1e-9);
        int highest = (int) Math.ceil(Math.log10(high) - 1e-9);
        boolean few = highest - lowest <= 2;
        var ticks = new ArrayList<Tick>();
        for (int power = lowest; power <= highest; power++) {
            for (int times : few ? new int[] {1, 2, 5} : new int[] {1}) {
                double value = times * Math.pow(10, power);
                if (few
                        ? value > low / 2.6
                                && (ticks.isEmpty() || ticks.getLast().value() < high)
                        : true) {
                    ticks.add(new Tick(value, label.apply(value)));
                }
            }
        }
        return ticks;
    }

    /** {@return a duration as short as it can be: 1 ms, 20 µs} */
    static String time(double nanos) {
        return Quantities.text(nanos, Unit.NANOSECONDS).replaceFirst("\\.0+ ", " ");
    }
}
