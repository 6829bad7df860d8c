package io.memcmp.made;

import io.memcmp.launch.JdkFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * A heap dump that a child JVM writes of itself: a cache of arrays in a static field, sessions with strings in a list, and
 * what only a soft reference keeps.
 */
public final class RealDump {
    /** Bytes of each array in the cache. */
    public static final int ARRAY = 50_000;

    /** A text that stands in every session. */
    public static final String SECRET = "open sesame";

    private static final String PROGRAM = """
            import com.sun.management.HotSpotDiagnosticMXBean;
            import java.lang.management.ManagementFactory;
            import java.lang.ref.SoftReference;
            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;

            public class Shop {
                static class Cache {
                    final Map<Integer, byte[]> entries = new HashMap<>();
                }

                static class Session {
                    final String word;
                    int visits;

                    Session(String word) {
                        this.word = word;
                    }
                }

                static final Cache CACHE = new Cache();
                static final List<Session> SESSIONS = new ArrayList<>();
                static SoftReference<long[]> soft = new SoftReference<>(new long[10_000]);

                public static void main(String[] args) throws Exception {
                    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
                        CACHE.entries.put(i, new byte[%d]);
                        SESSIONS.add(new Session(new String("%s")));
                    }
                    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(args[1], true);
                }
            }
            """.formatted(ARRAY, SECRET);

    private RealDump() {}

    /** {@return the home of a JDK of that feature version; empty where this machine has none} */
    public static Optional<Path> jdk(int feature) {
        return JdkFinder.ofThisProcess().all().stream()
                .filter(jdk -> jdk.feature() == feature)
                .map(jdk -> jdk.home())
                .findFirst();
    }

    /**
     * {@return a dump of a program that holds so many arrays and sessions}
     *
     * @param directory where it goes
     * @param jdk that runs it
     * @param entries how many
     * @param options of that JVM
     */
    public static Path of(Path directory, Path jdk, int entries, String... options)
            throws IOException, InterruptedException {
        var source = directory.resolve("Shop.java");
        if (!Files.exists(source)) {
            Files.writeString(source, PROGRAM);
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "--release", "17", "-d", directory.toString(), source.toString());
            if (failed != 0) {
                throw new IllegalStateException("the program does not compile");
            }
        }
        var dump = directory.resolve("shop-%d-%s%s.hprof"
                .formatted(entries, jdk.getFileName(), String.join("", options).replaceAll("\\W", "")));
        var command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString(), "-Xmx128m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", directory.toString(), "Shop", Integer.toString(entries), dump.toString()));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("shop.log").toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(Files.readString(directory.resolve("shop.log")));
        }
        return dump;
    }
}
