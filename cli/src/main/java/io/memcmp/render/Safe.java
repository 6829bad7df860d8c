package io.memcmp.render;

/** Names come out of recordings and programs: what a terminal, a page or a table would obey is made visible instead. */
public final class Safe {
    private Safe() {}

    /**
     * {@return the text with control and direction characters written as {@code \\u001b}}
     *
     * @param text from anywhere
     */
    public static String text(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (obeyed(point)) {
                safe.append(String.format("\\u%04x", point));
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    /** {@return the same, harmless in a Markdown table} */
    static String markdown(String text) {
        return text(text).replaceAll("([\\\\`*_\\[\\]<>|#~$&])", "\\\\$1");
    }

    /** {@return the text as one CSV field, RFC 4180; nothing that a spreadsheet would take for a formula} */
    static String csv(String text) {
        var safe = text(text);
        if (!safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0 && !safe.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
            safe = "'" + safe;
        }
        return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean obeyed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false; // Character.getType is an int of some thirty values
        };
    }
}
