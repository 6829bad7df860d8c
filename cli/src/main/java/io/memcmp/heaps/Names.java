package io.memcmp.heaps;

import io.memcmp.plan.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of classes and addresses as people type them. */
final class Names {
    private static final Pattern ADDRESS = Pattern.compile("0[xX]([0-9a-fA-F]{1,16})");
    private static final int SIMILAR = 3;
    private static final int MOST_SLIPS = 2;

    private Names() {}

    /** {@return whether this is an address, and no name of a class} */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text.strip()).matches();
    }

    static long address(String text) {
        var address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            throw new UserError(
                    "not an address: " + text, "write it as the report does, in hexadecimal: 0x7f0012345678");
        }
        return Long.parseUnsignedLong(address.group(1), 16);
    }

    /** {@return that there is no such class, and which are called alike} */
    static String unknown(Reader reader, String name) {
        var similar = String.join(", ", alike(reader, name));
        return "no class of this name is in the dump" + (similar.isEmpty() ? "" : "; there is " + similar);
    }

    /** {@return a few classes of the same simple name, or whose simple name is a slip or two away, nearest first} */
    static List<String> alike(Reader reader, String name) {
        var typed = simple(name);
        var whole = separated(name);
        var distances = new HashMap<String, Integer>();
        for (var known : reader.names()) {
            var simple = simple(known);
            if (Math.abs(simple.length() - typed.length()) <= MOST_SLIPS) {
                int slips = UserError.distance(typed, simple);
                // Of those of the same simple name first the one whose whole name differs in dots alone.
                distances.put(known, slips == 0 && separated(known).equals(whole) ? -1 : slips);
            }
        }
        // Session and Version are two slips apart, and nothing to each other.
        int most = Math.min(MOST_SLIPS, typed.length() / 4);
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= most)
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(SIMILAR)
                .toList();
    }

    /** The whole name with one sign for all that stands between its parts. */
    private static String separated(String name) {
        return name.toLowerCase(Locale.ROOT).replace('/', '.').replace('$', '.');
    }

    /** What is behind the package and the class around it, in small letters; {@code com/x/Cache} is often typed too. */
    private static String simple(String name) {
        int behind = Math.max(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')), name.lastIndexOf('/'));
        return name.substring(1 + behind).toLowerCase(Locale.ROOT);
    }
}
