package io.memcmp.heaps;

import io.memcmp.result.DumpOptions;
import java.util.List;

/** Questions about single classes and objects, as people type them. */
public final class Questions {
    private Questions() {}

    /**
     * {@return what is asked}
     *
     * @param classes names of classes
     * @param objects addresses
     * @param paths addresses or names of classes
     */
    public static DumpOptions.Questions of(List<String> classes, List<String> objects, List<String> paths) {
        return new DumpOptions.Questions(
                classes.stream().map(String::strip).distinct().toList(),
                objects.stream().map(Names::address).distinct().toList(),
                paths.stream().map(String::strip).distinct().toList());
    }
}
