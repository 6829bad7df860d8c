package io.memcmp.analysis.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What decides the layout of one class: its own fields, not those of its superclasses.
 *
 * @param name binary name with dots, for example {@code java.util.HashMap$Node}
 * @param superclass binary name of the class above it; empty for {@code java.lang.Object}
 * @param kind what sort of class it is
 * @param fields instance fields in the order of the class file, then those that the virtual machine adds
 * @param contended whether {@code @Contended} stands at the class itself
 * @param contendedFields whether it stands at any of its fields, static ones too
 * @param source the file it was read from
 */
public record ClassDescription(
        String name,
        Optional<String> superclass,
        Kind kind,
        List<InstanceField> fields,
        boolean contended,
        boolean contendedFields,
        String source) {

    /** What sort of class. */
    public enum Kind {
        /** One that may have instances. */
        CLASS,
        /** One whose subclasses alone have instances. */
        ABSTRACT,
        /** A record. */
        RECORD,
        /** An enum. */
        ENUM,
        /** An interface or annotation: there are no instances of it. */
        INTERFACE
    }

    /** Copies the list. */
    public ClassDescription {
        fields = List.copyOf(fields);
    }

    ClassDescription with(List<InstanceField> added) {
        var all = new ArrayList<>(fields);
        all.addAll(added);
        return new ClassDescription(name, superclass, kind, all, contended, contendedFields, source);
    }

    /** {@return in words, that there are no instances of it and what its layout is then; empty where there may be} */
    public Optional<String> withoutInstances() {
        return switch (kind) {
            case ABSTRACT -> Optional.of("there are no instances of it: this is what its subclasses begin with");
            case INTERFACE ->
                Optional.of("there are no instances of it, and it adds nothing to those that implement it");
            case CLASS, RECORD, ENUM -> Optional.empty();
        };
    }

    /** {@return whether its subclasses must keep off the cache lines of its fields} */
    boolean keepsOthersOff() {
        return contended || contendedFields;
    }
}
