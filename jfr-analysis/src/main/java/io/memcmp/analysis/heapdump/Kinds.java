package io.memcmp.analysis.heapdump;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

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
        var extending = all.stream()
                .filter(type -> type.superclass() >= 0)
                .collect(Collectors.groupingBy(
                        DumpClass::superclass, Collectors.mapping(DumpClass::index, Collectors.toList())));
        var found = new BitSet();
        var waiting = new ArrayDeque<Integer>();
        all.stream()
                .filter(type -> type.name().equals(name))
                .map(DumpClass::index)
                .forEach(waiting::add);
        while (!waiting.isEmpty()) {
            int kind = waiting.remove();
            if (!found.get(kind)) {
                found.set(kind);
                waiting.addAll(extending.getOrDefault(kind, List.of()));
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
