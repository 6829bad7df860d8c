package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.Hprof.Field;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.layout.ObjectShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An object of a heap that a test makes up. */
abstract sealed class Thing {
    /** What a reference that is null refers to. */
    static final Thing NULL = new Missing(0);

    private final List<Thing> slots;
    private long address;

    private Thing(int slots) {
        this.slots = new ArrayList<>(Collections.nCopies(slots, NULL));
    }

    /** What its fields, elements or static fields refer to, superclasses first. */
    final List<Thing> slots() {
        return slots;
    }

    final Thing refers(int slot, Thing to) {
        slots.set(slot, to);
        return this;
    }

    final long address() {
        return address;
    }

    final void move(long to) {
        address = to;
    }

    /** {@return its shallow size, bytes} Of a class at least that. */
    abstract long size(LayoutMode mode);

    abstract String name();

    /** No object: null, or one that the dump does not have. */
    static final class Missing extends Thing {
        Missing(long address) {
            super(0);
            move(address);
        }

        @Override
        long size(LayoutMode mode) {
            return 0;
        }

        @Override
        String name() {
            return "nothing";
        }
    }

    /** A class. */
    static final class Type extends Thing {
        private final String name;
        private final Optional<Type> superclass;
        private final List<Field> fields;
        private final List<Field> statics;
        private Thing loader = NULL;
        private Thing signers = NULL;
        private Thing domain = NULL;

        Type(String name, Optional<Type> superclass, List<Field> fields, List<Field> statics) {
            super(references(statics));
            this.name = name;
            this.superclass = superclass;
            this.fields = List.copyOf(fields);
            this.statics = List.copyOf(statics);
        }

        Type by(Thing loader, Thing signers, Thing domain) {
            this.loader = loader;
            this.signers = signers;
            this.domain = domain;
            return this;
        }

        Optional<Type> superclass() {
            return superclass;
        }

        List<Field> fields() {
            return fields;
        }

        List<Field> statics() {
            return statics;
        }

        Thing loader() {
            return loader;
        }

        Thing signers() {
            return signers;
        }

        Thing domain() {
            return domain;
        }

        /** This one and its superclasses, the last of them first. */
        List<Type> lineage() {
            var lineage = new ArrayList<Type>();
            for (Optional<Type> type = Optional.of(this);
                    type.isPresent();
                    type = type.get().superclass()) {
                lineage.addFirst(type.get());
            }
            return lineage;
        }

        boolean is(String ancestor) {
            return lineage().stream().anyMatch(type -> type.name.equals(ancestor));
        }

        /** In the form of class files, as dumps have it. */
        @Override
        String name() {
            return name;
        }

        /** As one writes it. */
        String sourceName() {
            int dimensions = name.lastIndexOf('[') + 1;
            var element = dimensions == 0 ? name : name.substring(dimensions);
            var kind = Stream.of(FieldKind.values())
                    .filter(each -> each != FieldKind.REF)
                    .filter(each -> Heap.descriptor(each).equals(element))
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .findFirst();
            var text = dimensions > 0 && kind.isPresent()
                    ? kind.get()
                    : element.startsWith("L") && element.endsWith(";")
                            ? element.substring(1, element.length() - 1).replace('/', '.')
                            : element.replace('/', '.');
            return text + "[]".repeat(dimensions);
        }

        List<List<FieldKind>> levels() {
            return lineage().stream()
                    .map(type -> type.fields.stream().map(Field::kind).toList())
                    .toList();
        }

        static int references(List<Field> fields) {
            return (int) fields.stream()
                    .filter(field -> field.kind() == FieldKind.REF)
                    .count();
        }

        @Override
        long size(LayoutMode mode) {
            var all = new ArrayList<FieldKind>(List.of(FieldKind.REF));
            statics.forEach(field -> all.add(field.kind()));
            return ObjectLayout.of(new ObjectShape.Instance(List.of(all)), mode).size() + 96;
        }
    }

    /** An instance of a class that is no array. */
    static final class Instance extends Thing {
        private final Type type;

        Instance(Type type) {
            super(type.lineage().stream()
                    .mapToInt(each -> Type.references(each.fields()))
                    .sum());
            this.type = type;
        }

        Type type() {
            return type;
        }

        @Override
        String name() {
            return type.sourceName();
        }

        @Override
        long size(LayoutMode mode) {
            return ObjectLayout.of(new ObjectShape.Instance(type.levels()), mode)
                    .size();
        }
    }

    /** An array of references. */
    static final class References extends Thing {
        private final Type type;

        References(Type type, int length) {
            super(length);
            this.type = type;
        }

        Type type() {
            return type;
        }

        @Override
        String name() {
            return type.sourceName();
        }

        @Override
        long size(LayoutMode mode) {
            return array(FieldKind.REF, slots().size(), mode);
        }
    }

    /** An array of primitives. */
    static final class Numbers extends Thing {
        private final FieldKind kind;
        private final int length;

        Numbers(FieldKind kind, int length) {
            super(0);
            this.kind = kind;
            this.length = length;
        }

        FieldKind kind() {
            return kind;
        }

        int length() {
            return length;
        }

        @Override
        String name() {
            return kind.name().toLowerCase(Locale.ROOT) + "[]";
        }

        @Override
        long size(LayoutMode mode) {
            return array(kind, length, mode);
        }
    }

    private static long array(FieldKind kind, int length, LayoutMode mode) {
        return ObjectLayout.of(new ObjectShape.Array(kind, length), mode).size();
    }
}
