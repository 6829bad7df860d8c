package io.memcmp.analysis.heapdump;

import java.util.Optional;

/** Collections of the JDK, and in which of their fields it shows how much is in them. */
enum CollectionKind {
    ARRAY_LIST("java.util.ArrayList", "size", "elementData"),
    VECTOR("java.util.Vector", "elementCount", "elementData"),
    ARRAY_DEQUE("java.util.ArrayDeque", "", "elements"),
    PRIORITY_QUEUE("java.util.PriorityQueue", "size", "queue"),
    LINKED_LIST("java.util.LinkedList", "size", ""),
    HASH_MAP("java.util.HashMap", "size", "table"),
    TREE_MAP("java.util.TreeMap", "size", ""),
    HASHTABLE("java.util.Hashtable", "count", "table"),
    IDENTITY_MAP("java.util.IdentityHashMap", "size", "table"),
    WEAK_MAP("java.util.WeakHashMap", "size", "table"),
    CONCURRENT_MAP("java.util.concurrent.ConcurrentHashMap", "", "table"),
    /** Its own field for what it holds is that of a map; what that holds counts as the set's. */
    HASH_SET("java.util.HashSet", "", "map"),
    TREE_SET("java.util.TreeSet", "", "m");

    /** A hash table like any other outside, but its entries are in a map of its own since JDK 9. */
    private static final String NO_TABLE = "java.util.Properties";

    private final String className;
    private final String size;
    private final String content;

    CollectionKind(String className, String size, String content) {
        this.className = className;
        this.size = size;
        this.content = content;
    }

    /** The kind of a class, or of the class that it extends, by their names from the class upwards. */
    static Optional<CollectionKind> of(Iterable<String> lineage) {
        for (var name : lineage) {
            if (name.equals(NO_TABLE)) {
                return Optional.empty();
            }
            for (var kind : values()) {
                if (kind.className.equals(name)) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }

    /** The class that declares the fields. */
    String className() {
        return className;
    }

    /** Name of the field that counts what is in it; empty where none does. */
    Optional<String> size() {
        return size.isEmpty() ? Optional.empty() : Optional.of(size);
    }

    /** Name of the field for its array, or of a set for its map; empty where it has neither. */
    Optional<String> content() {
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    boolean isSet() {
        return this == HASH_SET || this == TREE_SET;
    }

    /** Whether its elements stand in their array without gaps, be they null or not. */
    boolean isDense() {
        return this == ARRAY_LIST || this == VECTOR || this == PRIORITY_QUEUE;
    }
}
