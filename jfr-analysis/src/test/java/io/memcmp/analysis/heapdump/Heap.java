package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.heapdump.Hprof.Field;
import io.memcmp.analysis.heapdump.Hprof.RootKind;
import io.memcmp.analysis.heapdump.Thing.Instance;
import io.memcmp.analysis.heapdump.Thing.Numbers;
import io.memcmp.analysis.heapdump.Thing.References;
import io.memcmp.analysis.heapdump.Thing.Type;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.LayoutMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A heap that a test makes up: what every virtual machine has, and what the test adds. */
final class Heap {
    private final List<Thing> things = new ArrayList<>();
    private final List<Root> roots = new ArrayList<>();
    private final Map<String, Type> types = new HashMap<>();
    private final Type object;
    private final Type reference;
    private final Type loaderType;
    private final Instance appLoader;

    /** An object that a record of the dump makes a root. */
    record Root(RootKind kind, Thing thing) {}

    /** Where objects lie. */
    enum Placing {
        /** One behind the other, as after a collection that compacts. */
        PACKED,
        /** With gaps where others were collected. */
        GAPS,
        /** Anywhere in 2⁴⁷ bytes. */
        SPREAD,
        /** Numbers that no address can be. */
        COUNTED
    }

    Heap() {
        object = boot("java/lang/Object", Optional.empty());
        boot("java/lang/Class", Optional.of(object), refs("name"));
        boot("java/lang/String", Optional.of(object), refs("value"));
        reference = boot("java/lang/ref/Reference", Optional.of(object), refs("referent", "queue", "next"));
        for (var kind : List.of("Weak", "Soft", "Phantom", "Final")) {
            boot("java/lang/ref/" + kind + "Reference", Optional.of(reference));
        }
        loaderType = boot("java/lang/ClassLoader", Optional.of(object), refs("parent", "classes"));
        for (var kind : FieldKind.values()) {
            boot("[" + descriptor(kind), Optional.of(object));
        }
        var app = boot("jdk/internal/loader/ClassLoaders$AppClassLoader", Optional.of(loaderType));
        appLoader = instance(app);
    }

    static List<Field> refs(String... names) {
        return Arrays.stream(names).map(name -> new Field(name, FieldKind.REF)).toList();
    }

    static String descriptor(FieldKind kind) {
        return switch (kind) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case CHAR -> "C";
            case SHORT -> "S";
            case INT -> "I";
            case FLOAT -> "F";
            case LONG -> "J";
            case DOUBLE -> "D";
            case REF -> "Ljava/lang/Object;";
        };
    }

    private Type boot(String name, Optional<Type> superclass) {
        return boot(name, superclass, List.of());
    }

    private Type boot(String name, Optional<Type> superclass, List<Field> fields) {
        return add(new Type(name, superclass, fields, List.of()));
    }

    /** Takes a class that the test makes. */
    Type add(Type type) {
        types.put(type.name(), type);
        things.add(type);
        return type;
    }

    /** A class of the application, which is never unloaded. */
    Type type(String name, Type superclass, Field... fields) {
        return add(new Type(name, Optional.of(superclass), List.of(fields), List.of()))
                .by(appLoader, Thing.NULL, Thing.NULL);
    }

    Instance instance(Type type) {
        var instance = new Instance(type);
        things.add(instance);
        return instance;
    }

    References array(Thing... elements) {
        var array = new References(known("[Ljava/lang/Object;"), elements.length);
        for (int i = 0; i < elements.length; i++) {
            array.refers(i, elements[i]);
        }
        things.add(array);
        return array;
    }

    Numbers numbers(FieldKind kind, int length) {
        var numbers = new Numbers(kind, length);
        things.add(numbers);
        return numbers;
    }

    Heap root(RootKind kind, Thing thing) {
        roots.add(new Root(kind, thing));
        return this;
    }

    Type known(String name) {
        return Optional.ofNullable(types.get(name)).orElseThrow();
    }

    Type object() {
        return object;
    }

    Type reference() {
        return reference;
    }

    Type loaderType() {
        return loaderType;
    }

    Instance appLoader() {
        return appLoader;
    }

    List<Thing> things() {
        return things;
    }

    List<Root> roots() {
        return roots;
    }

    Stream<Type> types() {
        return things.stream().filter(Type.class::isInstance).map(Type.class::cast);
    }

    /** Gives every object its place, in an order of its own for each seed. */
    void place(Placing placing, LayoutMode mode, long base, long seed) {
        var random = new SplittableRandom(seed);
        var order = new ArrayList<>(things);
        Collections.shuffle(order, new Random(seed));
        long at = base;
        var taken = new HashSet<Long>();
        for (var thing : order) {
            switch (placing) {
                case PACKED -> {}
                case GAPS -> at += (long) random.nextInt(4) * random.nextInt(9) * mode.objectAlignment();
                case SPREAD -> {
                    do {
                        at = random.nextLong(1L << 43) << 4;
                    } while (at == 0 || !taken.add(at));
                }
                case COUNTED -> at = taken.size() + 1L;
            }
            thing.move(at);
            taken.add(at);
            at += thing.size(mode);
        }
    }
}
