package io.memcmp.analysis;

/** Class names as they stand in source: {@code [[B} is {@code byte[][]}. */
public final class SourceNames {
    private SourceNames() {}

    /**
     * {@return the name in source form}
     *
     * @param name as {@code Class.getName} gives it
     */
    public static String of(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        return dimensions == 0 ? name : element(name.substring(dimensions)) + "[]".repeat(dimensions);
    }

    private static String element(String descriptor) {
        return switch (descriptor) {
            case "Z" -> "boolean";
            case "B" -> "byte";
            case "C" -> "char";
            case "S" -> "short";
            case "I" -> "int";
            case "F" -> "float";
            case "J" -> "long";
            case "D" -> "double";
            default ->
                descriptor.startsWith("L") && descriptor.endsWith(";")
                        ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                        : descriptor;
        };
    }
}
