package io.memcmp.cli;

import java.io.IOException;
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
    public Integer call() throws IOException, InterruptedException {
        var root = Main.commandLine(terminal);
        switch (what) {
            case COMPLETION -> terminal.out().println(AutoComplete.bash("memcmp", root));
            case MAN -> terminal.out().print(ManualPage.of(root.getCommandSpec()));
            case TRAINING -> new Training(terminal).walk();
        }
        return ExitCode.OK.number();
    }
}
