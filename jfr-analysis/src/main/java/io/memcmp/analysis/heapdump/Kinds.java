package io.memcmp.analysis.heapdump;

import java.util.BitSet;
import java.util.List;

/** Which classes of a dump are those that hold others' objects. */
final class Kinds {
    private final int classes;
    private final BitSet threads;
    private final BitSet loaders;

    Kinds(List<DumpClass> all) {
        classes = all.stream()
                .filter(type -> type.name().equals("java.lang.Class"))
                .mapToInt(DumpClass::index)
                .findFirst()
                .orElse(HeapDump.NONE);
        threads = below(all, "java.lang.Thread");
        loaders = below(all, "java.lang.ClassLoader");
    }

    /** Classes of that name and all that extend them. A damaged dump may have circles of superclasses. */
    private static BitSet below(List<DumpClass> all, String name) {
        var found = new BitSet();
        all.stream().filter(type -> type.name().equals(name)).forEach(type -> found.set(type.index()));
        boolean more = !found.isEmpty();
        while (more) {
            more = false;
            for (var type : all) {
                if (type.superclass() >= 0 && found.get(type.superclass()) && !found.get(type.index())) {
                    found.set(type.index());
                    more = true;
                }
            }
        }
        return found;
    }

    /** The class of all class objects. */
    int classes() {
        return classes;
    }

    boolean isClass(int kind) {
        return kind == classes;
    }

    boolean isThread(int kind) {
        return threads.get(kind);
    }

    boolean isLoader(int kind) {
        return loaders.get(kind);
    }

    /** Whether objects of the class hold others on behalf of the program. */
    boolean holds(int kind) {
        return isClass(kind) || isThread(kind) || isLoader(kind);
    }
}
