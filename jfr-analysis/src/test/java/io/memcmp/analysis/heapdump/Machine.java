package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.Child;
import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.layout.LayoutMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A virtual machine with its flags and the layout that they ask for.
 *
 * @param jdk what runs
 * @param flags collector and layout
 * @param mode how it lays objects out
 */
record Machine(Jdk jdk, String flags, LayoutMode mode) {
    private static final LayoutMode PLAIN = new LayoutMode(true, true, false, 8);
    private static final LayoutMode WIDE = new LayoutMode(false, true, false, 8);

    /** One for each layout. */
    static Stream<Machine> layouts() {
        return Jdk.tried().flatMap(jdk -> {
            var machines = new ArrayList<>(List.of(
                    new Machine(jdk, "-XX:+UseSerialGC -Xmx256m", PLAIN),
                    new Machine(jdk, "-XX:+UseZGC -Xmx512m", WIDE),
                    new Machine(
                            jdk,
                            "-XX:+UseSerialGC -Xmx256m -XX:-UseCompressedClassPointers",
                            new LayoutMode(true, false, false, 8)),
                    new Machine(
                            jdk,
                            "-XX:+UseG1GC -Xmx256m -XX:-UseCompressedOops -XX:-UseCompressedClassPointers",
                            new LayoutMode(false, false, false, 8)),
                    new Machine(
                            jdk,
                            "-XX:+UseG1GC -Xmx256m -XX:ObjectAlignmentInBytes=16",
                            new LayoutMode(true, true, false, 16))));
            if (jdk.feature() >= 24) {
                machines.add(compact(jdk, "-XX:+UseG1GC -Xmx256m", new LayoutMode(true, true, true, 8)));
                machines.add(compact(jdk, "-XX:+UseZGC -Xmx512m", new LayoutMode(false, true, true, 8)));
            }
            return machines.stream();
        });
    }

    /** The same layouts by other collectors and in heaps that are placed elsewhere. */
    static Stream<Machine> others() {
        return Jdk.tried().flatMap(jdk -> {
            var machines = new ArrayList<Machine>();
            for (var collector : List.of("Serial", "Parallel", "G1", "Shenandoah")) {
                var gc = "-XX:+Use" + collector + "GC ";
                machines.add(new Machine(jdk, gc + "-Xmx256m", PLAIN));
                machines.add(new Machine(jdk, gc + "-Xmx20g -Xms64m", PLAIN));
                machines.add(new Machine(jdk, gc + "-Xmx256m -XX:-UseCompressedOops", WIDE));
                if (jdk.feature() >= 24) {
                    machines.add(compact(
                            jdk, gc + "-Xmx256m -XX:ObjectAlignmentInBytes=16", new LayoutMode(true, true, true, 16)));
                    machines.add(
                            compact(jdk, gc + "-Xmx256m -XX:-UseCompressedOops", new LayoutMode(false, true, true, 8)));
                }
            }
            return machines.stream();
        });
    }

    private static Machine compact(Jdk jdk, String flags, LayoutMode mode) {
        return new Machine(jdk, flags + " -XX:+UseCompactObjectHeaders", mode);
    }

    /** {@return what the program printed after it had dumped its heap} */
    List<String> dump(Child program, String name, Path file, int count) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(List.of(flags.split(" ", -1)));
        return program.run(jdk, command, name, file.toString(), "" + count);
    }

    @Override
    public String toString() {
        return jdk + " " + flags;
    }
}
