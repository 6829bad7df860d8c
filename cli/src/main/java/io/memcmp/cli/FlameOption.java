package io.memcmp.cli;

import io.memcmp.analysis.Observed;
import io.memcmp.plan.UserError;
import io.memcmp.recordings.Flame;
import io.memcmp.render.Destination;
import io.memcmp.result.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether allocation goes out as collapsed stacks too, and where to. */
final class FlameOption {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--flame",
            paramLabel = "FILE",
            description = "Write allocated bytes by stack to FILE, collapsed as flame-graph viewers read them; - is"
                    + " standard output.")
    private @Nullable String file;

    boolean wanted() {
        return file != null;
    }

    void refuseSeveral(int recordings) {
        if (wanted() && recordings > 1) {
            throw new UserError(
                    "--flame is for one recording, here are " + recordings, "name one file, or add --merge");
        }
    }

    /** Refuses to write where something is to be read. */
    void keepOff(List<Path> inputs) {
        if (file != null && !file.equals(STANDARD_OUTPUT)) {
            Destination.keepOff(Path.of(file), inputs);
        }
    }

    /** Claims the file now; the stacks come later. */
    Target open(Terminal terminal, OutputOptions output) {
        if (file == null) {
            return new Target(terminal, false, Optional.empty());
        }
        if (file.equals(STANDARD_OUTPUT)) {
            if (output.toStandardOutput()) {
                throw new UserError(
                        "--flame - and the report both want standard output",
                        "give one of them a file: --flame FILE or --output FILE");
            }
            return new Target(terminal, true, Optional.empty());
        }
        if (output.goesTo(Path.of(file))) {
            throw new UserError("--flame and the report name the same file: " + file, "give each a file of its own");
        }
        return new Target(terminal, true, Optional.of(Destination.claim(Path.of(file), output.force())));
    }

    /** Where the stacks go. */
    record Target(Terminal terminal, boolean wanted, Optional<Destination> file) implements AutoCloseable {
        void deliver(Report.Recordings report) {
            if (!wanted) {
                return;
            }
            switch (Flame.of(report)) {
                case Observed.Present<String>(var stacks) ->
                    file.ifPresentOrElse(target -> target.write(stacks), () -> terminal.print(stacks));
                case Observed.Missing<String>(var reason) ->
                    throw new UserError(
                            "no stacks for --flame: " + reason,
                            "record jdk.ObjectAllocationSample with its stack traces, as JFR's own settings do");
            }
        }

        @Override
        public void close() {
            file.ifPresent(Destination::close);
        }
    }
}
