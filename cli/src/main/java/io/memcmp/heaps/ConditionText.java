package io.memcmp.heaps;

import io.memcmp.heaps.HeapCondition.Operator;
import io.memcmp.heaps.HeapCondition.Term;
import io.memcmp.plan.UserError;
import io.memcmp.result.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a condition from the left to the right, and knows where it is when it cannot go on. */
final class ConditionText {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18}(?:[.]\\d{1,9})?)\\s*([a-zA-Z]*)");
    private static final Pattern SIZE = Pattern.compile("(?:b|([kmgt])(?:i?b)?)");

    private final String text;
    private int at;

    ConditionText(String text) {
        this.text = text;
    }

    HeapCondition read() {
        var term = term();
        var name = term.ofClass() ? Optional.of(className(term)) : Optional.<String>empty();
        if (!term.ofClass() && peek() == '(') {
            throw refused(at, term.id() + " is of the whole dump", "write it without a class: " + term.id());
        }
        var operator = operator();
        long limit = limit(term.unit());
        return new HeapCondition(text.strip(), term, name, operator, limit);
    }

    private Term term() {
        blanks();
        int from = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        var word = text.substring(from, at);
        return Arrays.stream(Term.values())
                .filter(term -> term.id().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refused(
                        from,
                        word.isEmpty() ? "no figure" : "no such figure: " + word,
                        "choose from: " + Term.choice()));
    }

    private String className(Term term) {
        if (peek() != '(') {
            throw refused(at, term.id() + " is of a class", "write " + term.id() + "(com.x.Cache)");
        }
        int from = at + 1;
        int end = text.indexOf(')', from);
        if (end < 0) {
            throw refused(text.length(), "no closing parenthesis", "write " + term.id() + "(com.x.Cache)");
        }
        var name = text.substring(from, end).strip();
        if (name.isEmpty()) {
            throw refused(from, "no class", "write " + term.id() + "(com.x.Cache)");
        }
        at = end + 1;
        return name;
    }

    private Operator operator() {
        blanks();
        return Arrays.stream(Operator.values())
                .filter(each -> text.startsWith(each.symbol(), at))
                .findFirst()
                .map(each -> {
                    at += each.symbol().length();
                    return each;
                })
                .orElseThrow(() -> refused(at, "no operator", "write >, >=, < or <="));
    }

    private long limit(Unit unit) {
        blanks();
        boolean bytes = unit == Unit.BYTES;
        var remedy =
                bytes ? "write a size, for example 50MiB" : "write a whole number without a unit, for example 1000";
        var amount = AMOUNT.matcher(text.substring(at).stripTrailing());
        if (!amount.matches()) {
            throw refused(at, "no amount", remedy);
        }
        long factor = factor(amount.group(2).toLowerCase(Locale.ROOT), bytes);
        var exact = new BigDecimal(amount.group(1)).multiply(BigDecimal.valueOf(factor));
        if (factor == 0 || (!bytes && exact.stripTrailingZeros().scale() > 0)) {
            throw refused(at, bytes ? "no unit of size" : "no whole number", remedy);
        }
        if (exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw refused(at, "larger than any heap", remedy);
        }
        return exact.longValue();
    }

    /** Zero for a unit that is none. Bytes without one are bytes only where there are none: 0. */
    private long factor(String unit, boolean bytes) {
        if (!bytes) {
            return unit.isEmpty() ? 1 : 0;
        }
        var size = SIZE.matcher(unit);
        if (!size.matches()) {
            return unit.isEmpty() && isZero() ? 1 : 0;
        }
        return size.group(1) == null ? 1 : 1L << (10 * ("kmgt".indexOf(size.group(1)) + 1));
    }

    private boolean isZero() {
        return new BigDecimal(text.substring(at).strip()).signum() == 0;
    }

    private char peek() {
        blanks();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private UserError refused(int place, String problem, String remedy) {
        return new UserError("--fail-if: %s at character %d of: %s".formatted(problem, place + 1, text), remedy);
    }
}
