package io.memcmp.bench.heap;

import java.util.List;
import java.util.Locale;

/** A reader in the benchmark: what it is called, what it needs and who reads. */
enum Contestant {
    /** All others are compared with it. */
    MEMCMP("memcmp"),
    NETBEANS("NetBeans profiler library"),
    SHARK("shark (LeakCanary)"),
    /** Answers nothing: what the others cannot be faster than. */
    SCAN("every record looked at, nothing kept");

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    /** {@return its name for people} */
    String title() {
        return title;
    }

    /** {@return whether somebody else wrote it} */
    boolean peer() {
        return switch (this) {
            case NETBEANS, SHARK -> true;
            case MEMCMP, SCAN -> false;
        };
    }

    /** {@return the jars of others that it needs} */
    List<String> jars() {
        return switch (this) {
            case NETBEANS -> List.of("org-netbeans-lib-profiler.jar");
            case SHARK ->
                List.of(
                        "shark.jar",
                        "shark-graph.jar",
                        "shark-hprof.jar",
                        "shark-log.jar",
                        "kotlin-stdlib.jar",
                        "okio.jar");
            case MEMCMP, SCAN -> List.of();
        };
    }

    /** {@return its name on the command line} */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Contestant parse(String id) {
        for (var contestant : values()) {
            if (contestant.id().equals(id)) {
                return contestant;
            }
        }
        throw new IllegalArgumentException(id);
    }

    /** {@return who reads; no other class of its kind is loaded} */
    HeapReader reader() {
        return switch (this) {
            case MEMCMP -> new MemcmpReader();
            case SCAN -> new Scan();
            case NETBEANS -> byName("NetBeansReader");
            case SHARK -> byName("SharkReader");
        };
    }

    /** Readers of others are not there when this is compiled without them. */
    private static HeapReader byName(String simpleName) {
        try {
            return Class.forName(Contestant.class.getPackageName() + ".peer." + simpleName)
                    .asSubclass(HeapReader.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("build it with -Pbench", e);
        }
    }
}
