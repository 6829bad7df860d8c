package io.memcmp.analysis.allocation;

/** Names as they stand in collapsed stacks: one that comes from a hostile recording must not make a line of its own. */
final class CollapsedNames {
    private CollapsedNames() {}

    static String of(String name) {
        if (name.codePoints().noneMatch(CollapsedNames::unsafe)) {
            return name;
        }
        var escaped = new StringBuilder();
        name.codePoints().forEach(point -> {
            if (unsafe(point)) {
                for (char unit : Character.toChars(point)) {
                    escaped.append("\\u%04x".formatted((int) unit));
                }
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static boolean unsafe(int point) {
        return point == ';'
                || point == '\\'
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }
}
