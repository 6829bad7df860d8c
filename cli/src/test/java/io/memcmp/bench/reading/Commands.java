package io.memcmp.bench.reading;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes that are measured. Each has on its class path what its reader needs, and no option that a user would not give. */
final class Commands {
    private final Settings settings;
    private final Path classes;
    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /**
     * Starts nothing.
     *
     * @param classes the jar of this benchmark
     */
    Commands(Settings settings, Path classes) {
        this.settings = settings;
        this.classes = classes;
    }

    List<String> version() {
        return List.of(java, "-version");
    }

    List<String> job(Contestant reader, Job job, Path recording, String... options) {
        return job(reader, job, recording, List.of(options), List.of());
    }

    List<String> job(Contestant reader, Job job, Path recording, List<String> options, List<String> more) {
        var words = new ArrayList<>(List.of(reader.id(), job.id(), recording.toString()));
        words.addAll(more);
        return command(reader, JobMain.class, options, words);
    }

    /** {@return the job with a cache, and the options with which the reader is shipped} */
    List<String> cached(Contestant reader, Job job, Path recording, Path cache) {
        var options = new ArrayList<>(reader.shippedOptions());
        options.add("-XX:AOTCache=" + cache);
        return job(reader, job, recording, options, List.of());
    }

    List<String> warm(Contestant reader, int warmUp, int reads, List<Path> recordings) {
        var words = new ArrayList<String>();
        words.addAll(List.of(reader.id(), Integer.toString(warmUp), Integer.toString(reads)));
        recordings.forEach(recording -> words.add(recording.toString()));
        return command(reader, WarmMain.class, List.of(), words);
    }

    /** {@return the installed tool; it does every analysis it has} */
    List<String> analyze(Path recording) {
        return List.of(settings.memcmp(), "analyze", recording.toString(), "--json", "-");
    }

    private List<String> command(Contestant reader, Class<?> main, List<String> options, List<String> words) {
        var command = new ArrayList<String>();
        command.add(java);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(reader), main.getName()));
        command.addAll(words);
        return command;
    }

    private String classPath(Contestant reader) {
        var own = Stream.of(classes, settings.lib().resolve("memcmp-jfr-analysis.jar"));
        var others = reader.jars().stream().map(settings.peers()::resolve);
        return Stream.concat(own, others).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
