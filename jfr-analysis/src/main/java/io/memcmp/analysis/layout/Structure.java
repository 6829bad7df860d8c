package io.memcmp.analysis.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a data structure of n elements is made of.
 *
 * @param name the class, with what sets it apart
 * @param element what an element is called: entry, element, character or object
 * @param pieces all its objects
 * @param rules how the structure grows, in words, and what is taken for granted
 */
public record Structure(String name, String element, List<Piece> pieces, List<String> rules) {
    /** Copies the lists. */
    public Structure {
        pieces = List.copyOf(pieces);
        rules = List.copyOf(rules);
    }

    /**
     * What n elements take, what they refer to not counted.
     *
     * @param elements n
     * @param header of all objects, bytes
     * @param references bytes in references
     * @param bookkeeping bytes in the structure's own primitive fields
     * @param payload bytes in primitive fields and elements that are the user's
     * @param padding bytes lost to alignment
     */
    public record Footprint(long elements, long header, long references, long bookkeeping, long payload, long padding) {
        /** {@return all of it, bytes} */
        public long total() {
            return header + references + bookkeeping + payload + padding;
        }

        Footprint plus(ObjectLayout layout, long count, boolean ofUser) {
            return new Footprint(
                    elements,
                    header + count * layout.header(),
                    references + count * layout.references(),
                    bookkeeping + (ofUser ? 0 : count * layout.primitives()),
                    payload + (ofUser ? count * layout.primitives() : 0),
                    padding + count * layout.padding());
        }
    }

    /**
     * {@return what n elements take}
     *
     * @param elements n
     * @param mode how the virtual machine runs
     * @param release feature release of the JDK
     */
    public Footprint footprint(long elements, LayoutMode mode, int release) {
        var sum = new Footprint(elements, 0, 0, 0, 0, 0);
        for (var piece : pieces) {
            long count = piece.amount().of(elements);
            if (count == 0) {
                continue;
            }
            sum = switch (piece) {
                case Piece.Objects(var hierarchy, var _, var payload) ->
                    sum.plus(ClassLayout.ofInstance(hierarchy, mode, release).totals(), count, payload);
                case Piece.Arrays(var type, var kind, var length, var _) ->
                    sum.plus(
                            ClassLayout.ofArray(type, kind, length.of().applyAsLong(elements), mode, release)
                                    .totals(),
                            count,
                            true);
                case Piece.Other _ -> sum;
            };
        }
        return sum;
    }

    /**
     * {@return the same as a formula of n} What is referred to stands in it by name; {@code round8(x)} is x rounded up to a
     * multiple of 8.
     *
     * @param mode how the virtual machine runs
     * @param release feature release of the JDK
     */
    public String formula(LayoutMode mode, int release) {
        long once = 0;
        long ifAny = 0;
        long each = 0;
        var terms = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Objects(var hierarchy, var amount, var _) -> {
                    long size = ClassLayout.ofInstance(hierarchy, mode, release).size();
                    once += amount == Piece.Amount.ONE ? size : 0;
                    ifAny += amount == Piece.Amount.ONE_IF_ANY ? size : 0;
                    each += amount == Piece.Amount.PER_ELEMENT ? size : 0;
                }
                case Piece.Arrays array -> terms.add(term(array, mode, release));
                case Piece.Other(var name, var amount) ->
                    (amount == Piece.Amount.PER_ELEMENT ? others : terms).add(name);
            }
        }
        return joined(once, ifAny, terms, perElement(each, others));
    }

    private static String term(Piece.Arrays array, LayoutMode mode, int release) {
        int bytes = array.element().bytes(mode);
        return String.format(
                Locale.ROOT,
                "round%d(%d + %s%s)",
                mode.objectAlignment(),
                ObjectLayout.arrayBase(array.element(), mode, release),
                bytes == 1 ? "" : bytes + " × ",
                array.length().symbol());
    }

    private static String perElement(long bytes, List<String> others) {
        var sum = new ArrayList<String>();
        if (bytes > 0) {
            sum.add(Long.toString(bytes));
        }
        sum.addAll(others);
        if (sum.isEmpty()) {
            return "";
        }
        return sum.size() == 1 ? "n × " + sum.getFirst() : "n × (" + String.join(" + ", sum) + ")";
    }

    private static String joined(long once, long ifAny, List<String> terms, String perElement) {
        var all = new ArrayList<String>();
        if (once > 0) {
            all.add(Long.toString(once));
        }
        if (ifAny > 0) {
            all.add("(n > 0: " + ifAny + ")");
        }
        all.addAll(terms);
        if (!perElement.isEmpty()) {
            all.add(perElement);
        }
        return String.join(" + ", all);
    }

    /** {@return the rules of its arrays and its own, in words} */
    public List<String> allRules() {
        var all = new ArrayList<String>();
        for (var piece : pieces) {
            if (piece instanceof Piece.Arrays array && !array.length().rule().isEmpty()) {
                all.add(array.length().symbol() + ": " + array.length().rule());
            }
        }
        all.addAll(rules);
        return List.copyOf(all);
    }
}
