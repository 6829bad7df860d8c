package io.memcmp.launch;

import io.memcmp.plan.UserError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether there is such a program, asked before anything is made for it. */
public final class Programs {

    private Programs() {}

    /**
     * Refuses a program that this process could not start.
     *
     * @param program a path, or a name to be looked for on the {@code PATH}
     */
    public static void require(String program) {
        boolean there = program.contains("/")
                ? executable(Path.of(program))
                : Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                        .anyMatch(directory -> executable(Path.of(directory, program)));
        if (!there) {
            throw new UserError(
                    "no such program: " + program, "check the command after --: it must exist and may be executed");
        }
    }

    private static boolean executable(Path file) {
        return Files.isExecutable(file) && !Files.isDirectory(file);
    }
}
