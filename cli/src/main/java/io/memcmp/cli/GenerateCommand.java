package io.memcmp.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code memcmp generate}: what the installer writes beside the jars. */
@Command(name = "generate", hidden = true, description = "Prints a shell completion or the manual page.")
final class GenerateCommand implements Callable<Integer> {
    /** What can be generated. */
    enum What {
        COMPLETION,
        MAN,
        TRAINING
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "WHAT", description = "completion, man or training.")
    private What what = What.MAN;

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var root = Main.commandLine(terminal);
        switch (what) {
            case COMPLETION -> terminal.out().println(AutoComplete.bash("memcmp", root));
            case MAN -> terminal.out().print(ManualPage.of(root.getCommandSpec()));
            case TRAINING -> {
                // Touches the classes that short commands load, so that the AOT cache holds them.
                for (var line : new String[][] {
                    {"--help"},
                    {"run", "--help"},
                    {"analyze", "--help"},
                    {"--version"},
                    {"list", "workloads"},
                    {"list", "metrics", "--json", "-"},
                    {"list", "formats", "--format", "markdown"},
                    {"list", "collectors", "--format", "csv"}
                }) {
                    Main.commandLine(terminal).execute(line);
                }
            }
        }
        return ExitCode.OK.number();
    }
}
