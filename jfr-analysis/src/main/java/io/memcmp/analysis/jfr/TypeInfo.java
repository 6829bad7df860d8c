package io.memcmp.analysis.jfr;

/**
 * A type as a chunk describes it: of an event, of a constant, of a structure, or a primitive one.
 *
 * @param id its number in this chunk
 * @param name its name
 * @param event whether it is an event
 * @param place where in the description its fields are described
 */
record TypeInfo(long id, String name, boolean event, int place) {
    static final String STRING = "java.lang.String";
    static final String CLASS = "java.lang.Class";
    static final String STACK_TRACE = "jdk.types.StackTrace";
    static final String METHOD = "jdk.types.Method";

    /**
     * A field.
     *
     * @param name its name
     * @param type id of its type
     * @param constant whether an id into a constant pool is written instead of the value
     * @param array whether any number of values is written
     * @param unsigned whether a negative number means a large one
     * @param unit what a number of time counts
     */
    record FieldInfo(String name, long type, boolean constant, boolean array, boolean unsigned, Unit unit) {}
}
