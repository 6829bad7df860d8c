package io.memcmp.probe;

/**
 * What a bundled workload did inside its measured window.
 *
 * @param workload its name
 * @param parameters all of them, {@code name=value} separated by blanks
 * @param operations how many operations it did
 * @param payload bytes of data that it made, without any overhead of objects
 * @param allocated bytes that it allocated by construction, −1 when object sizes are unknown
 * @param live bytes of its objects that are alive afterwards by construction, −1 when object sizes are unknown
 * @param passed whether its self-check found the right result
 * @param check what the self-check compared
 */
public record Result(
        String workload,
        String parameters,
        long operations,
        long payload,
        long allocated,
        long live,
        boolean passed,
        String check) {}
