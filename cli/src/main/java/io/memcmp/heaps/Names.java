package io.memcmp.heaps;

import io.memcmp.plan.UserError;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of classes and addresses as people type them. */
final class Names {
    private static final Pattern ADDRESS = Pattern.compile("0[xX]([0-9a-fA-F]{1,16})");
    private static final int SIMILAR = 3;

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
        var simple = simple(name).toLowerCase(Locale.ROOT);
        var similar = reader.names().stream()
                .filter(known -> simple(known).toLowerCase(Locale.ROOT).equals(simple))
                .sorted(Comparator.naturalOrder())
                .limit(SIMILAR)
                .collect(Collectors.joining(", "));
        return "no class of this name is in the dump" + (similar.isEmpty() ? "" : "; there is " + similar);
    }

    private static String simple(String name) {
        return name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')));
    }
}
