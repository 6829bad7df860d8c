package io.memcmp.analysis.layout;

import java.util.Optional;

/**
 * A field that every instance of a class has.
 *
 * @param name its name
 * @param type its type as in the source, for example {@code java.lang.String} or {@code int[]}
 * @param kind how long it is
 * @param contention the group that {@code @Contended} sets it apart with; empty text is a group of its own; absent
 *     without the annotation
 * @param injected whether the virtual machine adds it and no class file tells of it
 */
public record InstanceField(String name, String type, FieldKind kind, Optional<String> contention, boolean injected) {

    /**
     * {@return a field of a class file without annotation}
     *
     * @param name its name
     * @param type its type as in the source
     * @param kind how long it is
     */
    public static InstanceField of(String name, String type, FieldKind kind) {
        return new InstanceField(name, type, kind, Optional.empty(), false);
    }
}
