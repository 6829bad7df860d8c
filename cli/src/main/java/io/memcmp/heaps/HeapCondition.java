package io.memcmp.heaps;

import io.memcmp.plan.UserError;
import io.memcmp.result.DumpCondition;
import io.memcmp.result.Unit;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that must not be: a figure of a dump, an operator and a limit, such as {@code retained(com.x.Cache) > 50MiB}.
 *
 * @param text as it was given
 * @param term which figure
 * @param className of which class; empty for figures of the whole dump
 * @param operator how they are compared
 * @param limit in the unit of the figure
 */
public record HeapCondition(String text, Term term, Optional<String> className, Operator operator, long limit) {
    /** Figures that may be limited. */
    public enum Term {
        /** Bytes that would be free if all instances of a class were. */
        RETAINED(true, Unit.BYTES),
        /** Shallow bytes of a class, however reached. */
        BYTES(true, Unit.BYTES),
        /** Instances of a class, however reached. */
        INSTANCES(true, Unit.COUNT),
        /** Bytes that the references that count reach. */
        LIVE(false, Unit.BYTES),
        /** Bytes that only soft, weak, phantom and final references reach. */
        WEAK_ONLY(false, Unit.BYTES),
        /** Bytes that nothing reaches. */
        UNREACHABLE(false, Unit.BYTES),
        /** Bytes of all objects. */
        HEAP(false, Unit.BYTES),
        /** How many leak suspects there are. */
        SUSPECTS(false, Unit.COUNT);

        private final boolean ofClass;
        private final Unit unit;

        Term(boolean ofClass, Unit unit) {
            this.ofClass = ofClass;
            this.unit = unit;
        }

        boolean ofClass() {
            return ofClass;
        }

        Unit unit() {
            return unit;
        }

        /** {@return whether it takes more than a histogram} */
        boolean needsReachability() {
            return switch (this) {
                case RETAINED, LIVE, WEAK_ONLY, UNREACHABLE, SUSPECTS -> true;
                case BYTES, INSTANCES, HEAP -> false;
            };
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static String choice() {
            return Arrays.stream(values())
                    .map(term -> term.ofClass ? term.id() + "(CLASS)" : term.id())
                    .collect(Collectors.joining(", "));
        }
    }

    /** How a figure is compared with its limit. */
    public enum Operator {
        /** Greater or equal. */
        AT_LEAST(">="),
        /** Less or equal. */
        AT_MOST("<="),
        /** Greater. */
        MORE(">"),
        /** Less. */
        LESS("<");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        boolean holds(long figure, long limit) {
            return switch (this) {
                case MORE -> figure > limit;
                case AT_LEAST -> figure >= limit;
                case LESS -> figure < limit;
                case AT_MOST -> figure <= limit;
            };
        }
    }

    /**
     * {@return what the text says}
     *
     * @param text for example {@code retained(com.x.Cache) > 50MiB}
     */
    public static HeapCondition parse(String text) {
        return new ConditionText(text).read();
    }

    /** Refuses what a histogram alone does not tell. */
    public void refuseQuick() {
        if (term.needsReachability()) {
            throw new UserError(
                    "--quick tells no " + term.id() + ": " + text,
                    "leave --quick out; with it there are bytes(CLASS), instances(CLASS) and heap");
        }
    }

    DumpCondition check(Figures figures, String dump) throws IOException {
        var figure = figures.of(term, className);
        return new DumpCondition(
                text,
                dump,
                operator.holds(figure.amount(), limit),
                figure.amount(),
                term.unit(),
                operator.symbol(),
                limit,
                figure.remark());
    }
}
