package io.memcmp.bench.reading;

import java.util.List;
import java.util.Locale;

/** A reader in the benchmark: what it is called, what it needs and who reads. */
enum Contestant {
    /** All others are compared with it. */
    MEMCMP("memcmp", false),
    MEMCMP_1("memcmp, 1 worker", false),
    MEMCMP_2("memcmp, 2 workers", false),
    ONE_JFR("one.jfr (jfr-converter)", false),
    RECORDING_FILE("RecordingFile", true),
    EVENT_STREAM("EventStream", true),
    JMC("JMC", true);

    private final String title;
    private final boolean slow;

    Contestant(String title, boolean slow) {
        this.title = title;
        this.slow = slow;
    }

    /** {@return its name for people} */
    String title() {
        return title;
    }

    /** {@return its name for people where it has a cache} */
    String cachedTitle() {
        return this == MEMCMP ? title + ", as installed: cache and SerialGC" : title + ", with a cache";
    }

    /** {@return whether fewer rounds of it must do where time is short} */
    boolean slow() {
        return slow;
    }

    /** {@return the jars of others that it needs} */
    List<String> jars() {
        return switch (this) {
            case ONE_JFR -> List.of("jfr-converter.jar");
            case JMC -> List.of("flightrecorder.jar", "common.jar", "lz4-java.jar", "encoder.jar");
            case MEMCMP, MEMCMP_1, MEMCMP_2, RECORDING_FILE, EVENT_STREAM -> List.of();
        };
    }

    /** {@return options of the virtual machine that come with it: those of memcmp's launcher that matter to a job} */
    List<String> shippedOptions() {
        return switch (this) {
            case MEMCMP, MEMCMP_1, MEMCMP_2 -> List.of("-XX:+UseSerialGC");
            case ONE_JFR, RECORDING_FILE, EVENT_STREAM, JMC -> List.of();
        };
    }

    /** {@return its name on the command line} */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Contestant parse(String id) {
        for (var contestant : values()) { // valueOf would cost every job some milliseconds
            if (contestant.id().equals(id)) {
                return contestant;
            }
        }
        throw new IllegalArgumentException(id);
    }

    /** {@return who reads; no other class of its kind is loaded} */
    Library library() {
        return switch (this) {
            case MEMCMP -> new MemcmpLibrary();
            case MEMCMP_1 -> new MemcmpLibrary(1);
            case MEMCMP_2 -> new MemcmpLibrary(2);
            case RECORDING_FILE -> JdkLibrary.RECORDING_FILE;
            case EVENT_STREAM -> JdkLibrary.EVENT_STREAM;
            case ONE_JFR -> byName("OneJfrLibrary");
            case JMC -> byName("JmcLibrary");
        };
    }

    /** Readers of others are not there when this is compiled without them. */
    private static Library byName(String simpleName) {
        try {
            return Class.forName(Contestant.class.getPackageName() + ".peer." + simpleName)
                    .asSubclass(Library.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("build it with -Pbench", e);
        }
    }
}
