package io.memcmp.result;

import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import java.util.Optional;

/**
 * Where a cell lies on one metric as seen from its reference: the simultaneous interval. Intervals of one class hold together, so
 * two cells whose intervals do not meet differ from each other as well, though they were never compared.
 *
 * @param low lower end
 * @param high upper end
 * @param scale of ratios, or of differences
 * @param equal whether the verdict is that it equals the reference within the margin
 * @param effect it was made of; empty for the reference
 */
record Place(double low, double high, Scale scale, boolean equal, Optional<Effect> effect) {

    /** What the ends are. */
    enum Scale {
        RATIO,
        DIFFERENCE,
        /** Of the reference, which is 1 and 0 at once. */
        ORIGIN
    }

    static final Place REFERENCE = new Place(0, 0, Scale.ORIGIN, true, Optional.empty());

    static Place of(Effect effect, boolean equal) {
        return switch (effect) {
            case Effect.Ratio(var _, var _, var all) -> of(all, Scale.RATIO, equal, effect);
            case Effect.Difference(var _, var _, var all) -> of(all, Scale.DIFFERENCE, equal, effect);
            case Effect.Exact(double value, double reference) ->
                reference > 0
                        ? new Place(value / reference, value / reference, Scale.RATIO, equal, Optional.of(effect))
                        : new Place(value - reference, value - reference, Scale.DIFFERENCE, equal, Optional.of(effect));
        };
    }

    private static Place of(Interval all, Scale scale, boolean equal, Effect effect) {
        return new Place(all.low(), all.high(), scale, equal, Optional.of(effect));
    }

    /**
     * {@return whether it is shown to lie below the other by more than the margin} Differences have no relative margin: there any
     * distance counts.
     *
     * @param other another place
     * @param margin 0.03 for 3 %
     */
    boolean below(Place other, double margin) {
        var scale = common(other);
        if (scale.isEmpty()) {
            return false;
        }
        double most = end(high, this, scale.get());
        double least = end(other.low, other, scale.get());
        return scale.get() == Scale.DIFFERENCE ? most < least : most * (1 + margin) < least;
    }

    /**
     * {@return whether it is shown not to lie above the other by more than the margin} So says the verdict that a cell equals its
     * reference, which stands on a narrower interval than the one shown; else the intervals must say it. Differences have no relative margin:
     * there it must not lie above at all.
     *
     * @param other another place
     * @param margin 0.03 for 3 %
     */
    boolean notAbove(Place other, double margin) {
        boolean against = scale == Scale.ORIGIN || other.scale == Scale.ORIGIN;
        if (against && equal && other.equal) {
            return true;
        }
        var scale = common(other);
        if (scale.isEmpty()) {
            return false;
        }
        double most = end(high, this, scale.get());
        double least = end(other.low, other, scale.get());
        return scale.get() == Scale.DIFFERENCE ? most <= least : most <= least * (1 + margin);
    }

    private Optional<Scale> common(Place other) {
        if (scale == Scale.ORIGIN) {
            return Optional.of(other.scale == Scale.ORIGIN ? Scale.RATIO : other.scale);
        }
        return other.scale == Scale.ORIGIN || other.scale == scale ? Optional.of(scale) : Optional.empty();
    }

    private static double end(double end, Place place, Scale scale) {
        return place.scale != Scale.ORIGIN ? end : scale == Scale.RATIO ? 1 : 0;
    }
}
