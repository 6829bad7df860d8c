package io.memcmp.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** How long the installed memcmp takes to answer, against {@code java -version} of the same JDK. */
final class StartUp {
    private static final String REFERENCE = "java -version";

    private StartUp() {}

    /**
     * {@code StartUp LAUNCHER [ROUNDS]}, on the JDK that the launcher uses.
     *
     * @param args the installed launcher, and how many rounds
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var launcher = args[0];
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(REFERENCE, List.of(java, "-version"));
        commands.put("memcmp --version", List.of(launcher, "--version"));
        commands.put("memcmp list workloads", List.of(launcher, "list", "workloads"));
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        var random = new Random(1);
        for (int round = -2; round < rounds; round++) { // the first two warm the file cache
            var order = new ArrayList<>(commands.keySet());
            Collections.shuffle(order, random);
            for (var name : order) {
                double took = time(commands.getOrDefault(name, List.of()));
                if (round >= 0) {
                    millis.computeIfAbsent(name, _ -> new ArrayList<>()).add(took);
                }
            }
        }
        var reference = millis.getOrDefault(REFERENCE, List.of());
        System.out.println("| command | median | ratio to java -version |\n|-|-|-|");
        millis.forEach((name, times) -> System.out.printf(
                Locale.ROOT,
                "| `%s` | %.0f ms | %s |%n",
                name,
                PairedRatio.median(times),
                PairedRatio.of(times, reference)));
    }

    private static double time(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(command + " ended with status " + exit);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
