package io.memcmp.bench.heap;

import io.memcmp.launch.JdkFinder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes the dumps of the benchmark, each with a virtual machine of its own, and keeps them in one directory. */
final class Dumps {
    private final JdkFinder jdks = JdkFinder.ofThisProcess();
    private final Path directory;
    private final String programClassPath;

    Dumps(Path directory, String programClassPath) {
        this.directory = directory;
        this.programClassPath = programClassPath;
    }

    /**
     * {@return the dump, made now unless an earlier run kept it}
     *
     * @param kind which one
     */
    Dump get(DumpKind kind) throws IOException, InterruptedException {
        var file = file(kind, ".hprof");
        if (!Files.exists(file)) {
            System.err.println("making " + file);
            make(kind, file);
        }
        var all = Census.read(file(kind, ".classes"));
        return new Dump(kind, file, all, all.minus(Census.read(file(kind, ".classes-without"))));
    }

    /**
     * {@return whether it is there, or there is a JDK to make it}
     *
     * @param kind which one
     */
    boolean has(DumpKind kind) {
        return Files.exists(file(kind, ".hprof"))
                || jdks.all().stream()
                        .anyMatch(jdk -> jdk.feature() == kind.machine().feature());
    }

    private Path file(DumpKind kind, String suffix) {
        return directory.resolve(kind.id() + suffix);
    }

    private void make(DumpKind kind, Path file) throws IOException, InterruptedException {
        var unfinished = file(kind, ".unfinished.hprof"); // a machine refuses any other ending
        Files.deleteIfExists(unfinished);
        var log = file(kind, ".log");
        int status = new ProcessBuilder(command(kind, unfinished))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("no dump " + kind.id() + ": " + Files.readString(log));
        }
        Files.delete(log);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> command(DumpKind kind, Path dump) {
        var words = new ArrayList<String>();
        words.add(jdks.find(Integer.toString(kind.machine().feature())).java().toString());
        words.addAll(kind.options());
        words.addAll(List.of("-cp", programClassPath, "io.memcmp.bench.HeapProgram"));
        words.addAll(List.of(kind.shape().id(), Integer.toString(kind.parts())));
        words.addAll(List.of(
                dump.toString(),
                file(kind, ".classes").toString(),
                file(kind, ".classes-without").toString()));
        return words;
    }
}
