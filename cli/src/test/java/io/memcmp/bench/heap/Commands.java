package io.memcmp.bench.heap;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes that are measured. Each has on its class path what its reader needs, and no option that a user would not give:
 * memcmp's those of its launcher, but for the cache of what it learned before.
 */
final class Commands {
    /** As {@code install.sh} has them. */
    private static final List<String> LAUNCHER = List.of(
            "-XX:+UseSerialGC",
            "-XX:MaxRAMPercentage=75",
            "-XX:+UseCompressedOops",
            "-XX:MaxNewSize=16m",
            "-XX:PretenureSizeThreshold=64k",
            "-XX:PerMethodTrapLimit=20",
            "-XX:FreqInlineSize=80");

    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private final Settings settings;
    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    Commands(Settings settings) {
        this.settings = settings;
    }

    /** A virtual machine that is asked for what the system has not says so on its standard output. */
    private static boolean hasHugePages() {
        try {
            var said = Files.readString(HUGE_PAGES);
            return said.contains("[madvise]") || said.contains("[always]");
        } catch (IOException _) {
            return false;
        }
    }

    List<String> version() {
        return List.of(java, "-version");
    }

    List<String> ask(Contestant reader, Question question, Path dump) {
        return ask(reader, question, dump, settings.heap());
    }

    List<String> ask(Contestant reader, Question question, Path dump, String heap) {
        var command = new ArrayList<String>();
        command.add(java);
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")); // for the index files of others
        if (reader == Contestant.MEMCMP) {
            command.addAll(LAUNCHER);
            if (hasHugePages()) {
                command.add("-XX:+UseTransparentHugePages");
            }
        }
        if (!heap.isEmpty()) {
            command.add("-Xmx" + heap);
        }
        command.addAll(List.of("-cp", classPath(reader), ReaderMain.class.getName()));
        command.addAll(List.of(reader.id(), question.id(), dump.toString()));
        return command;
    }

    /** {@return the installed tool, which says more than was asked} */
    List<String> installed(Question question, Path dump) {
        var less = question == Question.HISTOGRAM ? "--quick" : "--no-waste";
        return List.of(settings.memcmp(), "heap", dump.toString(), less, "--json", "-");
    }

    private String classPath(Contestant reader) {
        var own = Stream.of(settings.classes(), settings.lib().resolve("memcmp-jfr-analysis.jar"));
        var others = reader.jars().stream().map(settings.peers()::resolve);
        return Stream.concat(own, others).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
